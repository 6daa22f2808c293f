import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { listGoals, lockGoal } from './goal-store.ts'
import type { GoalRow } from './goal-store.ts'

/** Holds a goal that has not ended, in the state its writer saw. */
export async function lockSeenGoal(
  act: Act,
  at: { caseId: string; goalId: string; version: number },
): Promise<GoalRow> {
  act.audited.records.add(at.goalId)
  const { planId } = orNotFound(await lockGoal(act.tx, at.caseId, at.goalId))
  const goals = await listGoals(act.tx, at.caseId, planId)
  const goal = orNotFound(goals.find(({ id }) => id === at.goalId))
  if (goal.version !== at.version) throw new Refused('stale_version', { current: goal })
  if (goal.endedOn !== null) throw new Refused('plan_step_not_lawful', { step: 'change' })
  return goal
}
