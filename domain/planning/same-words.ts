import { normaliseName } from '../text/normalise-name.ts'

/** Whether two texts say the same but for spelling, spacing, case and punctuation. */
export function sameWords(a: string, b: string): boolean {
  const key = normaliseName(a)
  return key !== '' && key === normaliseName(b)
}

/**
 * How much two texts have in common, 0–1: shared words over all words (Jaccard), words of one
 * letter left out.
 */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (first.size === 0 || second.size === 0) return 0
  const shared = [...first].filter((word) => second.has(word)).length
  return shared / (first.size + second.size - shared)
}

function wordsOf(text: string): Set<string> {
  return new Set(
    normaliseName(text)
      .split(' ')
      .filter((word) => word.length > 1),
  )
}
