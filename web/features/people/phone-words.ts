/** A number as people say it here: Iranian mobiles without the country code, in groups. */
export function phoneWords(phoneNumber: string, withDigits: (text: string) => string): string {
  const mobile = /^\+98(9\d{2})(\d{3})(\d{4})$/.exec(phoneNumber)
  return withDigits(mobile ? `0${mobile[1]} ${mobile[2]} ${mobile[3]}` : phoneNumber)
}
