import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/planning/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { updateGoalEnded } from './goal-store.ts'
import { lockPlanOf } from './lock-open-plan.ts'
import { lockSeenGoal } from './lock-seen-goal.ts'
import { presentPlan } from './present-plan.ts'

/** Takes a goal out of a draft, or ends one of the plan in force; it stays readable with the words. */
export async function endGoal(
  act: Act,
  { caseId, goalId }: { caseId: string; goalId: string },
  { version, words }: InputOf<typeof contract.endGoal>,
) {
  await lockOpenCase(act.tx, caseId)
  const goal = await lockSeenGoal(act, { caseId, goalId, version })
  const { status } = await lockPlanOf(act, caseId, goal.planId)
  if (status !== 'draft' && status !== 'in_force') {
    throw new Refused('plan_step_not_lawful', { status, step: 'change' })
  }
  await updateGoalEnded(act.tx, goalId, { endedOn: act.today, endedWords: words })
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, goal.planId)
}
