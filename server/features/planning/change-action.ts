import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/planning/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findColleague, updateAction } from './action-store.ts'
import { lockDraftPlan } from './lock-open-plan.ts'
import { lockSeenAction } from './lock-seen-action.ts'
import { presentPlan } from './present-plan.ts'

export async function changeAction(
  act: Act,
  { caseId, actionId }: { caseId: string; actionId: string },
  { version, basis, ...words }: InputOf<typeof contract.changeAction>,
) {
  await lockOpenCase(act.tx, caseId)
  const { planId } = await lockSeenAction(act, { caseId, actionId, version })
  await lockDraftPlan(act, caseId, planId)
  if (words.workerId !== null && !(await findColleague(act.tx, words.workerId))) {
    throw new Refused('worker_unknown')
  }
  await updateAction(act.tx, actionId, { ...words, basis: basis ?? '' })
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, planId)
}
