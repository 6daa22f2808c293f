import { foldTyping } from './fold-typing.ts'

export const shortestPassword = 12
export const longestPassword = 200

/**
 * The form in which a password is hashed. The same keys on a Persian and an Arabic layout, and
 * digits of any keyboard, give the same password, since nobody sees what is typed.
 */
export function normalPassword(typed: string): string {
  return foldTyping(typed)
}

export type PasswordWeakness =
  'too_short' | 'too_long' | 'common' | 'repeated' | 'sequence' | 'contains_name'

export interface PasswordFacts {
  /** What an attacker tries first: user name, own name, the agency's name. */
  names: readonly string[]
  /** Whether a text in small letters is on the list of common passwords. */
  isCommon: (text: string) => boolean
}

/**
 * Why this password cannot be taken, or undefined. There are no rules of composition: length, and
 * not being among the first guesses, is what counts (NIST SP 800-63B-4, section 3.1.1.2).
 */
export function whyPasswordTooWeak(
  typed: string,
  facts: PasswordFacts,
): PasswordWeakness | undefined {
  const password = normalPassword(typed)
  const letters = Array.from(password)
  if (letters.length < shortestPassword) return 'too_short'
  if (letters.length > longestPassword) return 'too_long'
  const small = password.toLowerCase()
  if (isRepeated(small)) return 'repeated'
  if (isSequence(small)) return 'sequence'
  const core = withoutDecoration(small)
  if (isName(core, facts.names)) return 'contains_name'
  const guesses = [small, core, ...halves(core)].flatMap((guess) => [guess, asLatinKeys(guess)])
  if (guesses.some((guess) => guess !== '' && facts.isCommon(guess))) return 'common'
  return undefined
}

/** One piece of at most half the length, written again and again: `abcabcabcabc`. */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size++) {
    const piece = text.slice(0, size)
    if (piece.repeat(Math.ceil(text.length / size)).startsWith(text)) return true
  }
  return false
}

const runs = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی',
  'ضصثقفغعهخحجچ',
  'شسیبلاتنمکگ',
  'ظطزرذدپو',
].flatMap((run) => [run, Array.from(run).toReversed().join('')])

/** Made of at most three stretches of neighbouring letters or keys: `qwertyuiop12`. */
function isSequence(text: string): boolean {
  let at = 0
  for (let stretches = 0; at < text.length; stretches++) {
    if (stretches === 3) return false
    at += longestRun(text.slice(at))
  }
  return true
}

function longestRun(text: string): number {
  let length = 1
  while (length < text.length && runs.some((run) => run.includes(text.slice(0, length + 1)))) {
    length++
  }
  return length
}

/** What is left when digits and marks before and after it are taken away. */
function withoutDecoration(text: string): string {
  return text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '')
}

function halves(text: string): string[] {
  const half = text.length / 2
  return Number.isInteger(half) && text.slice(0, half) === text.slice(half)
    ? [text.slice(0, half)]
    : []
}

function isName(core: string, names: readonly string[]): boolean {
  const bare = onlyLetters(core)
  return names
    .map((name) => onlyLetters(foldTyping(name).toLowerCase()))
    .some((name) => Array.from(name).length >= 3 && (bare === name || bare === name + name))
}

function onlyLetters(text: string): string {
  return text.replace(/[^\p{L}]/gu, '')
}

const persianKeys = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو'
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,"

/** The same keys on a Latin keyboard: `حشسسصخقی` is `password`, typed with the wrong layout. */
function asLatinKeys(text: string): string {
  return Array.from(text)
    .map((letter) => {
      const key = persianKeys.indexOf(letter)
      return key < 0 ? letter : latinKeys.charAt(key)
    })
    .join('')
}
