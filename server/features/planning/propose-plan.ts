import { nextPlanSteps } from '@peyvand/domain/planning/plan-steps.ts'
import { whyNotPropose } from '@peyvand/domain/planning/why-not-propose.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { loadPlan } from './load-plan.ts'
import { lockPlanOf } from './lock-open-plan.ts'
import { updatePlan } from './plan-store.ts'
import { presentPlan, proposalFacts } from './present-plan.ts'

export async function proposePlan(
  act: Act,
  { caseId, planId }: { caseId: string; planId: string },
  seenHash: string,
) {
  const { status } = await lockPlanOf(act, caseId, planId)
  if (!nextPlanSteps(status).includes('propose')) {
    throw new Refused('plan_step_not_lawful', { status, step: 'propose' })
  }
  const loaded = await loadPlan(act.tx, caseId, planId)
  if (loaded.textHash !== seenHash) throw new Refused('plan_changed_since')
  const why = whyNotPropose(proposalFacts(loaded))
  if (why) throw new Refused(why.code, why.facts)
  await updatePlan(act.tx, planId, { status: 'proposed', proposedAt: act.now })
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, planId)
}
