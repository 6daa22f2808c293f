import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/planning/contract.ts'
import { withoutBlanks } from '@peyvand/domain/planning/goal.ts'
import type { Act } from '../../platform/access/act.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { checkGoal } from './check-goal.ts'
import { insertGoal, nextGoalNumber, tieNeeds, tieStrengths } from './goal-store.ts'
import { lockDraftPlan } from './lock-open-plan.ts'
import { presentPlan } from './present-plan.ts'

export async function addGoal(
  act: Act,
  { caseId, planId }: { caseId: string; planId: string },
  input: InputOf<typeof contract.addGoal>,
) {
  const { tx, now } = act
  await lockDraftPlan(act, caseId, planId)
  await checkGoal(tx, caseId, input)
  const { id, needIds, strengthIds, ...words } = input
  act.audited.records.add(id)
  const number = await nextGoalNumber(tx, caseId)
  const scale = withoutBlanks(words.scale)
  await insertGoal(tx, { id, caseId, planId, number, ...words, scale })
  await tieNeeds(tx, { caseId, goalId: id, now }, needIds)
  await tieStrengths(tx, { caseId, goalId: id, now }, strengthIds)
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, planId)
}
