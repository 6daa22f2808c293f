import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/linking/contract.ts'
import { whyNotStep } from '@peyvand/domain/linking/referral-steps.ts'
import type { PartnerAct } from '../../platform/access/open-partner-act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { refreshDueJob } from '../monitoring/refresh-due.job.ts'
import { partnerSteps } from './present-linked.ts'
import * as store from './sent-referral-store.ts'

/** The answer of a partner's system: lawful as one by link is, and as bound to what it saw. */
export async function answerSentReferral(
  { tx, now, audited }: PartnerAct,
  referralId: string,
  input: InputOf<typeof contract.answerSentReferral>,
) {
  const before = orNotFound(await store.lockSent(tx, referralId))
  audited.cases.add(before.caseId)
  if (before.version !== input.version) {
    throw new Refused('stale_version', { current: present(before) })
  }
  if (input.to) {
    const refusal = whyNotStep(before.status, input.to, { by: 'partner', reason: input.reason })
    if (refusal) throw new Refused(refusal.code, refusal.facts)
  }
  const onDay = dayInZone(now, 'UTC')
  const taken = await store.answerSent(tx, { ...input, referralId, from: before.status, onDay })
  const after = orNotFound(await store.lockSent(tx, referralId))
  if (!taken) throw new Refused('stale_version', { current: present(after) })
  // A partner does not see the case, so what is due on it is left to the job runner.
  await enqueue(tx, refreshDueJob, { caseId: before.caseId }, `refresh-due:${before.caseId}`)
  return present(after)
}

/** Where it stands and what may follow; nobody's data, for it is kept to answer a repeat. */
function present({
  status,
  outcome,
  version,
}: NonNullable<Awaited<ReturnType<typeof store.lockSent>>>) {
  return { status, outcome, nextSteps: partnerSteps(status), version }
}
