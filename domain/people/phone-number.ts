import { toLatinDigits } from '../text/digits.ts'

/** Why a typed phone number cannot be kept. */
export type PhoneNumberFault =
  'empty' | 'not_digits' | 'country_code_missing' | 'too_short' | 'too_long'

/**
 * Reads a phone number as people type it and answers E.164 (`+989121234567`), or the reason why
 * not. Iranian mobile numbers are known in every usual spelling (0912…, 912…, 98912…, 0098912…);
 * any other number needs its country code, typed as + or 00.
 */
export function readPhoneNumber(
  typed: string,
):
  | { phoneNumber: string; fault?: undefined }
  | { phoneNumber?: undefined; fault: PhoneNumberFault } {
  // Spaces of every kind, the marks of direction that come with copied numbers, and separators.
  const compact = toLatinDigits(typed).replace(
    /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff().\-‐‑–—/]/g,
    '',
  )
  if (compact === '') return { fault: 'empty' }
  if (!/^\+?\d+$/.test(compact)) return { fault: 'not_digits' }
  const iranianMobile = /^(?:\+98|98|0098|0|\+980)?(9\d{9})$/.exec(compact)
  if (iranianMobile) return { phoneNumber: `+98${iranianMobile[1]}` }
  const international = /^(?:\+|00)(\d+)$/.exec(compact)?.[1]
  if (international === undefined) {
    return { fault: compact.length < 7 ? 'too_short' : 'country_code_missing' }
  }
  if (international.startsWith('0')) return { fault: 'country_code_missing' }
  if (international.length < 8) return { fault: 'too_short' }
  if (international.length > 15) return { fault: 'too_long' }
  if (international.startsWith('989') && international.length !== 12) {
    return { fault: international.length < 12 ? 'too_short' : 'too_long' }
  }
  return { phoneNumber: `+${international}` }
}

/** Why this phone number cannot be kept, or nothing. */
export function whyNotPhoneNumber(typed: string): PhoneNumberFault | undefined {
  return readPhoneNumber(typed).fault
}
