import { isOpenToChange } from '@peyvand/domain/planning/plan-steps.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { lockPlan } from './plan-store.ts'
import type { PlanRow } from './plan-store.ts'

/** Holds an edition of an open case, whatever its state. */
export async function lockPlanOf(act: Act, caseId: string, planId: string): Promise<PlanRow> {
  await lockOpenCase(act.tx, caseId)
  act.audited.records.add(planId)
  return orNotFound(await lockPlan(act.tx, caseId, planId))
}

/** Holds a draft: the words of a plan change nowhere else. */
export async function lockDraftPlan(act: Act, caseId: string, planId: string): Promise<PlanRow> {
  const plan = await lockPlanOf(act, caseId, planId)
  if (!isOpenToChange(plan.status)) {
    throw new Refused('plan_step_not_lawful', { status: plan.status, step: 'change' })
  }
  return plan
}
