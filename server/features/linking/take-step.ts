import { addDays } from '@peyvand/domain/calendar/day.ts'
import { usualAnswerDays } from '@peyvand/domain/linking/refer.ts'
import { hasEnded, whyNotStep } from '@peyvand/domain/linking/referral-steps.ts'
import type { ReferralStatus } from '@peyvand/domain/linking/referral-steps.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { withdrawLinksOf } from './answer-link-store.ts'
import { insertStep, updateReferral } from './referral-store.ts'
import type { ReferralRow } from './referral-store.ts'

interface Step {
  id: string
  to: ReferralStatus
  reason: string
}

/** Writes down one lawful step; a referral that ends takes its answer links with it. */
export async function takeStep(
  act: Act,
  caseId: string,
  referral: ReferralRow,
  step: Step,
): Promise<void> {
  const refusal = whyNotStep(referral.status, step.to, { by: 'us', reason: step.reason })
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  await updateReferral(act.tx, referral.id, {
    status: step.to,
    statusReason: step.reason,
    ...(step.to === 'sent'
      ? { sentAt: act.now, answerExpectedOn: addDays(act.today, usualAnswerDays) }
      : {}),
  })
  await insertStep(act.tx, {
    id: step.id,
    caseId,
    referralId: referral.id,
    fromStatus: referral.status,
    toStatus: step.to,
    workerId: act.actor.id,
    reason: step.reason,
  })
  if (hasEnded(step.to)) await withdrawLinksOf(act.tx, referral.id, act.now)
}
