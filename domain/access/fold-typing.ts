import { toLatinDigits } from '../text/digits.ts'

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/**
 * One text for one meaning, whichever keyboard it was typed on: NFKC, Latin digits, Persian ye and
 * kaf, no invisible marks. Case is kept.
 */
export function foldTyping(typed: string): string {
  return toLatinDigits(typed.normalize('NFKC').replace(invisible, ''))
    .replace(/[يى]/gu, 'ی')
    .replace(/ك/gu, 'ک')
}
