import { foldLetters, separators } from './normalise-name.ts'

/** A text as it is searched, and where each letter of it stands in the text as written. */
export interface FoldedText {
  /** As `normaliseName` gives it, but for spaces at the ends. */
  key: string
  /** For each letter of `key`, where its letter begins in the text. */
  at: readonly number[]
}

/**
 * The search key of a text with the way back to the text, so that what matched can be marked.
 * `joined` leaves half-spaces out instead of parting words at them: می‌رود is then میرود.
 */
export function foldText(text: string, joined = false): FoldedText {
  let key = ''
  const at: number[] = []
  let index = 0
  for (const letter of text) {
    const part = joined && letter === '\u200c' ? '' : foldOne(letter)
    for (const one of part) {
      if (one === ' ' && (key === '' || key.endsWith(' '))) continue
      key += one
      for (let unit = 0; unit < one.length; unit += 1) at.push(index)
    }
    index += letter.length
  }
  return { key, at }
}

/** What each letter met so far becomes: texts are long, and their letters few. */
const folded = new Map<string, string>()
const mostFolded = 4096

function foldOne(letter: string): string {
  const known = folded.get(letter)
  if (known !== undefined) return known
  const part = foldLetters(letter).replace(separators, ' ')
  if (folded.size < mostFolded) folded.set(letter, part)
  return part
}
