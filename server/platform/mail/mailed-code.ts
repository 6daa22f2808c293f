import type { SignIn } from '../sign-in/sign-in.ts'

// What a mail carries is reckoned from its id under a key outside the database, when it is asked for
// and again when it goes: so it is kept nowhere, and a second try sends the same.

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixteen letters of five bits, as on a printed slip. */
export function letterCodeOf(keyedHash: SignIn['keyedHash'], mailId: string): string {
  const bytes = keyedHash('mailed letters', mailId)
  const code = Array.from(bytes.subarray(0, 16), (byte) => letters.charAt(byte & 31)).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** Six digits. */
export function digitCodeOf(keyedHash: SignIn['keyedHash'], mailId: string): string {
  // Of 2^48 the remainder favours no code by more than one in a hundred million.
  const number = keyedHash('mailed digits', mailId).readUIntBE(0, 6)
  return String(number % 1_000_000).padStart(6, '0')
}

/** The secret of an answer link that goes by mail: 256 bits, base64url. */
export function linkTokenOf(keyedHash: SignIn['keyedHash'], linkId: string): string {
  return keyedHash('mailed link', linkId).toString('base64url')
}
