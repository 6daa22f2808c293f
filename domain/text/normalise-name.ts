import { toLatinDigits } from './digits.ts'

// Letters written differently for the same name. NFKD has already parted آ أ إ ؤ ئ ۀ é ñ into a
// letter and a mark, so only whole letters stand here.
const sameLetter: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ێ: 'ی',
  ے: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ۃ: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
  ۆ: 'و',
  ڕ: 'ر',
  ڵ: 'ل',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'e',
  ς: 'σ',
}
const sameLetterPattern = new RegExp(`[${Object.keys(sameLetter).join('')}]`, 'g')

/**
 * The key under which a name is searched, so that it is found however it was typed.
 *
 * In this order: NFKD; Latin and Persian marks, hamza, tatweel, apostrophes and invisible marks of
 * direction dropped; Arabic letters to their Persian twins; digits to 0–9; lower case; the
 * half-space (ZWNJ), hyphens and other punctuation to one space; ends trimmed. The SQL function
 * `normalise_name` does the same: both are tested on `normalise-name.cases.json`.
 */
export function normaliseName(typed: string): string {
  return foldLetters(typed).replace(separators, ' ').trim()
}

/** What parts words: white space, the half-space and punctuation. */
export const separators = /[\s\u200c!-/:-@[-`{-~«»،؛؟٪٫٬٭۔·•‐-―“”„…]+/g

/** The letters of a key, before what parts words becomes a space. */
export function foldLetters(typed: string): string {
  const letters = typed
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g, '')
    .replace(/[\u0621\u0640\u0674]/g, '')
    .replace(/['`’‘‛ʼʻʾʿ′]/g, '')
    .replace(/[\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .toLowerCase()
    .replace(sameLetterPattern, (letter) => sameLetter[letter] ?? letter)
  return toLatinDigits(letters)
}

const letterOf = Object.entries(sameLetter)

/** Every way in which a letter of a key may have been written, one letter each, itself first. */
export function spellingsOf(letter: string): string[] {
  const digit = /[0-9]/.test(letter) ? Number(letter) : undefined
  return [
    letter,
    ...letterOf.filter(([, key]) => key === letter).map(([written]) => written),
    ...(digit === undefined
      ? []
      : [String.fromCharCode(0x6f0 + digit), String.fromCharCode(0x660 + digit)]),
  ]
}

/** The second key, without any space: می‌رود, می رود and میرود are one. */
export function normaliseNameJoined(typed: string): string {
  return normaliseName(typed).replaceAll(' ', '')
}
