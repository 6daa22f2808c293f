import type { InputOf } from '@peyvand/domain/contract.ts'
import { levels } from '@peyvand/domain/cases/levels.ts'
import type { takeStep as takeStepEndpoint } from '@peyvand/domain/intake/contract.ts'
import { whyNotStep } from '@peyvand/domain/intake/request-steps.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { holdRequest, keepRequest } from './change-request.ts'
import type { RequestChange } from './request-store.ts'

type Step = InputOf<typeof takeStepEndpoint>

/** Takes a lawful step; what the rules said is kept with the decision. */
export async function takeStep(act: Act, requestId: string, step: Step): Promise<void> {
  const loaded = await holdRequest(act, requestId, step.version)
  const refusal = whyNotStep(loaded.facts, step.to, step)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  refuseToldInFuture(act, step.toldOn)
  await keepRequest(act, loaded, {
    ...changeOf(act, step),
    status: step.to,
    reason: step.reason,
    toldOn: step.toldOn,
    eligibility: {
      answers: loaded.answers,
      decided: step.to === 'received' ? null : loaded.eligibility,
    },
  })
}

function changeOf(act: Act, step: Step): RequestChange {
  const decided = { decidedAt: act.now, decidedBy: act.actor.id }
  switch (step.to) {
    case 'waitlisted':
      return { waitlistedAt: act.now, waitlistPriority: levels.indexOf(step.priority) }
    case 'guided':
      return { ...decided, guidanceGiven: step.guidance }
    case 'ineligible':
    case 'declined':
      return { ...decided, objectionWay: step.objectionWay }
    case 'eligible':
    case 'withdrawn':
      return decided
    case 'received':
      return { decidedAt: null, decidedBy: null }
  }
}

/** The person was told the decision on this day. */
export async function recordTold(
  act: Act,
  requestId: string,
  seen: number,
  toldOn: string,
): Promise<void> {
  const loaded = await holdRequest(act, requestId, seen)
  const { status } = loaded.row
  if (status === 'received') {
    throw new Refused('request_step_not_lawful', { from: status, to: status })
  }
  refuseToldInFuture(act, toldOn)
  await keepRequest(act, loaded, { toldOn })
}

function refuseToldInFuture({ today }: Act, toldOn: string | null): void {
  if (toldOn !== null && toldOn > today) throw new Refused('day_in_future', { of: 'toldOn' })
}
