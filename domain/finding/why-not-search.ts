import type { Refusal } from '../refusals.ts'
import { searchWords } from '../text/cut-snippet.ts'

/** Why these words cannot be searched for: fewer than two letters tell nothing. */
export function whyNotSearch(typed: string): Refusal | undefined {
  return searchWords(typed).join('').length < 2 ? { code: 'search_too_little' } : undefined
}
