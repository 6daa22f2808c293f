import { readCase, readTimeline } from '@peyvand/domain/cases/contract.ts'
import { readFamily } from '@peyvand/domain/people/contract.ts'
import { useCommand } from '../../platform/query.ts'
import type { Command } from '../../platform/query.ts'
import type { Called } from '../../platform/api.ts'

/** An act that changes the family of a case: whatever shows the family is fetched again. */
export function useFamilyCommand<E extends Called>(endpoint: E): Command<E> {
  return useCommand(endpoint, { stale: [readFamily, readCase, readTimeline] })
}
