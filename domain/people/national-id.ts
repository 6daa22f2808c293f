import { toLatinDigits } from '../text/digits.ts'

/** Why a typed Iranian national ID (کد ملی) cannot be right. */
export type NationalIdFault =
  'empty' | 'too_short' | 'too_long' | 'all_same_digit' | 'serial_all_zero' | 'wrong_check_digit'

/**
 * Reads an Iranian national ID as people type it: Persian or Latin digits, with or without
 * separators, leading zeros often lost.
 *
 * The answer is ten Latin digits, kept as text, or the one reason why it cannot be right. The last
 * digit checks the others: s = Σ dᵢ·(10 − i) for i = 0…8, modulo 11; it must equal s when s < 2,
 * else 11 − s. Many people have no national ID; it is never required.
 */
export function readNationalId(
  typed: string,
): { nationalId: string; fault?: undefined } | { nationalId?: undefined; fault: NationalIdFault } {
  const digits = toLatinDigits(typed).replace(/\D/g, '')
  if (digits === '') return { fault: 'empty' }
  if (digits.length < 8) return { fault: 'too_short' }
  if (digits.length > 10) return { fault: 'too_long' }
  const nationalId = digits.padStart(10, '0')
  if (/^(\d)\1{9}$/.test(nationalId)) return { fault: 'all_same_digit' }
  if (nationalId.slice(3, 9) === '000000') return { fault: 'serial_all_zero' }
  const figures = nationalId.split('').map(Number)
  const check = figures[9]
  const rest = figures.slice(0, 9).reduce((sum, figure, i) => sum + figure * (10 - i), 0) % 11
  const expected = rest < 2 ? rest : 11 - rest
  return check === expected ? { nationalId } : { fault: 'wrong_check_digit' }
}

/** Why this national ID cannot be right, or nothing. */
export function whyNotNationalId(typed: string): NationalIdFault | undefined {
  return readNationalId(typed).fault
}
