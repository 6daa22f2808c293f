import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/planning/contract.ts'
import { withoutBlanks } from '@peyvand/domain/planning/goal.ts'
import type { Act } from '../../platform/access/act.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { checkGoal } from './check-goal.ts'
import { tieNeeds, tieStrengths, updateGoal } from './goal-store.ts'
import { lockDraftPlan } from './lock-open-plan.ts'
import { lockSeenGoal } from './lock-seen-goal.ts'
import { presentPlan } from './present-plan.ts'

export async function changeGoal(
  act: Act,
  { caseId, goalId }: { caseId: string; goalId: string },
  { version, needIds, strengthIds, ...words }: InputOf<typeof contract.changeGoal>,
) {
  const { tx, now } = act
  await lockOpenCase(tx, caseId)
  const goal = await lockSeenGoal(act, { caseId, goalId, version })
  await lockDraftPlan(act, caseId, goal.planId)
  await checkGoal(tx, caseId, { needIds, strengthIds, ...words }, goal)
  await updateGoal(tx, goalId, { ...words, scale: withoutBlanks(words.scale) })
  await tieNeeds(tx, { caseId, goalId, now }, needIds)
  await tieStrengths(tx, { caseId, goalId, now }, strengthIds)
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, goal.planId)
}
