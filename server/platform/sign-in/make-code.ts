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
