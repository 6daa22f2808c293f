import type { AnswerOf } from '@peyvand/domain/contract.ts'
import {
  listPlaces,
  listRequests,
  readRequest,
  readWaitingLine,
} from '@peyvand/domain/intake/contract.ts'
import type { Called } from '../../platform/api.ts'
import { useCommand } from '../../platform/query.ts'
import type { Command } from '../../platform/query.ts'

export type RequestFile = AnswerOf<typeof readRequest>
export type NextStep = RequestFile['nextSteps'][number]

/** An act on a request: its page, the queue and the waiting line are fetched again. */
export function useRequestCommand<E extends Called>(endpoint: E): Command<E> {
  return useCommand(endpoint, { stale: [readRequest, listRequests, readWaitingLine, listPlaces] })
}
