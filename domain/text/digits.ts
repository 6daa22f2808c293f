const PERSIAN_ZERO = 0x06f0
const ARABIC_ZERO = 0x0660
const LATIN_ZERO = 0x30

/** Persian (۰–۹) and Arabic (٠–٩) digits become 0–9; everything else stays as it is. */
export function toLatinDigits(text: string): string {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO
    return String.fromCharCode(code - zero + LATIN_ZERO)
  })
}

/** 0–9 and Arabic digits become ۰–۹; everything else stays as it is. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9\u0660-\u0669]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = code >= ARABIC_ZERO ? ARABIC_ZERO : LATIN_ZERO
    return String.fromCharCode(code - zero + PERSIAN_ZERO)
  })
}
