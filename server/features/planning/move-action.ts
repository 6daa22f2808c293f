import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/planning/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { updateAction } from './action-store.ts'
import { lockPlanOf } from './lock-open-plan.ts'
import { lockSeenAction } from './lock-seen-action.ts'
import { presentPlan } from './present-plan.ts'

/** How far an action is; in a draft it can only be dropped or taken in again. */
export async function moveAction(
  act: Act,
  { caseId, actionId }: { caseId: string; actionId: string },
  { version, status, reason }: InputOf<typeof contract.moveAction>,
) {
  await lockOpenCase(act.tx, caseId)
  const { planId } = await lockSeenAction(act, { caseId, actionId, version })
  const plan = await lockPlanOf(act, caseId, planId)
  const isLawful =
    plan.status === 'in_force' ||
    (plan.status === 'draft' && (status === 'dropped' || status === 'planned'))
  if (!isLawful) throw new Refused('plan_step_not_lawful', { status: plan.status, step: 'move' })
  if (status === 'dropped' && reason === '') {
    throw new Refused('reason_missing', { field: 'reason' })
  }
  const ended = status === 'done' || status === 'dropped'
  await updateAction(act.tx, actionId, {
    status,
    endedOn: ended ? act.today : null,
    dropReason: status === 'dropped' ? reason : '',
  })
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, planId)
}
