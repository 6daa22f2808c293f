import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/planning/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findColleague, insertAction } from './action-store.ts'
import { lockGoal } from './goal-store.ts'
import { lockDraftPlan } from './lock-open-plan.ts'
import { presentPlan } from './present-plan.ts'

export async function addAction(
  act: Act,
  { caseId, goalId }: { caseId: string; goalId: string },
  { basis, ...input }: InputOf<typeof contract.addAction>,
) {
  await lockOpenCase(act.tx, caseId)
  const goal = orNotFound(await lockGoal(act.tx, caseId, goalId))
  await lockDraftPlan(act, caseId, goal.planId)
  if (input.workerId !== null && !(await findColleague(act.tx, input.workerId))) {
    throw new Refused('worker_unknown')
  }
  act.audited.records.add(goalId).add(input.id)
  await insertAction(act.tx, { ...input, caseId, goalId, basis: basis ?? '' })
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, goal.planId)
}
