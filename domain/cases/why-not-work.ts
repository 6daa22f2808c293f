import type { Refusal } from '../refusals.ts'

/**
 * Why nothing new may be begun on a case: a closed one takes its follow-ups and what finishes the
 * writing about it, and is reopened as a new episode for everything else.
 */
export function whyNotWork(status: string): Refusal | undefined {
  return status === 'closed' ? { code: 'case_closed' } : undefined
}
