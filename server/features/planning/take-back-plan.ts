import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/planning/contract.ts'
import { nextPlanSteps } from '@peyvand/domain/planning/plan-steps.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { checkNoneInHand } from './check-none-in-hand.ts'
import { lockPlanOf } from './lock-open-plan.ts'
import { updatePlan } from './plan-store.ts'
import { presentPlan } from './present-plan.ts'

/** Back to the draft, to change what the client did not want; answers so far stay on record. */
export async function takeBackPlan(
  act: Act,
  { caseId, planId }: { caseId: string; planId: string },
  { version, reason }: InputOf<typeof contract.takeBackPlan>,
) {
  const { status, version: present } = await lockPlanOf(act, caseId, planId)
  if (present !== version) {
    throw new Refused('stale_version', { current: { status, version: present } })
  }
  if (!nextPlanSteps(status).includes('take_back')) {
    throw new Refused('plan_step_not_lawful', { status, step: 'take_back' })
  }
  await checkNoneInHand(act.tx, caseId, planId)
  await updatePlan(act.tx, planId, {
    status: 'draft',
    proposedAt: null,
    takenBackReason: reason,
  })
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, planId)
}
