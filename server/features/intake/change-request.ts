import type { RuleAnswers } from '@peyvand/domain/intake/eligibility-rules.ts'
import { isOpen } from '@peyvand/domain/intake/request-steps.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { loadRequest } from './load-request.ts'
import type { LoadedRequest } from './load-request.ts'
import { lockRequest, updateRequest } from './request-store.ts'
import type { Asked, RequestChange } from './request-store.ts'

/** Holds a request and loads it as it is now; whoever saw an older state is shown this one. */
export async function holdRequest(
  act: Act,
  requestId: string,
  seen: number,
): Promise<LoadedRequest> {
  await lockRequest(act.tx, requestId)
  const loaded = await loadRequest(act, requestId)
  if (loaded.row.version !== seen) {
    throw new Refused('stale_version', {
      current: { version: loaded.row.version, status: loaded.row.status },
    })
  }
  return loaded
}

/** Writes a held request. */
export async function keepRequest(
  act: Act,
  { row }: LoadedRequest,
  change: RequestChange,
): Promise<void> {
  await updateRequest(act.tx, row.id, row.version, change)
}

/** Corrects what was asked, while the request is open. */
export async function changeAsked(
  act: Act,
  requestId: string,
  seen: number,
  asked: Asked,
): Promise<void> {
  const loaded = await holdRequest(act, requestId, seen)
  refuseEnded(loaded)
  await keepRequest(act, loaded, asked)
}

/** Keeps what the worker answered to the programme's rules, while the request is open. */
export async function answerRules(
  act: Act,
  requestId: string,
  seen: number,
  answers: RuleAnswers,
): Promise<void> {
  const loaded = await holdRequest(act, requestId, seen)
  refuseEnded(loaded)
  await keepRequest(act, loaded, { eligibility: { answers, decided: null } })
}

function refuseEnded({ row }: LoadedRequest): void {
  if (!isOpen(row.status)) {
    throw new Refused('request_step_not_lawful', { from: row.status, to: row.status })
  }
}
