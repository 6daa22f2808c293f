import { randomInt } from 'node:crypto'
import { toLatinDigits } from '@peyvand/domain/text/digits.ts'

// Crockford's letters: nothing that is read as something else on paper.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code to print and type in: groups of four letters, five bits each. */
export function makeCode(groups: number): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join(''),
  ).join('-')
}

/** What was typed, as it was printed: small letters, spaces and look-alikes are forgiven. */
export function readCode(typed: string): string {
  return toLatinDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1')
}

/** Ten codes for the day the authenticator is lost; each opens once. */
export function makeBackupCodes(): string[] {
  return Array.from({ length: 10 }, () => makeCode(2))
}

/** A typed back-up code in the form it is kept. */
export function readBackupCode(typed: string): string {
  const read = readCode(typed)
  return `${read.slice(0, 4)}-${read.slice(4)}`
}

/** The six digits an authenticator shows, typed on any keyboard, with or without a space. */
export function readTotp(typed: string): string {
  return toLatinDigits(typed.normalize('NFKC')).replace(/\s/gu, '')
}
