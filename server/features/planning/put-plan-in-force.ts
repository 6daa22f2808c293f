import { whyNotPutInForce } from '@peyvand/domain/planning/agreement.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { carryActionStates } from './action-store.ts'
import { loadPlan } from './load-plan.ts'
import { lockPlanOf } from './lock-open-plan.ts'
import { findPlanInForce, updatePlan } from './plan-store.ts'
import { presentPlan } from './present-plan.ts'

/** The answered edition takes over from the one in force; what was done meanwhile comes along. */
export async function putPlanInForce(
  act: Act,
  { caseId, planId }: { caseId: string; planId: string },
  seenHash: string,
) {
  const { tx } = act
  const { status } = await lockPlanOf(act, caseId, planId)
  const { textHash, agreements } = await loadPlan(tx, caseId, planId)
  if (textHash !== seenHash) throw new Refused('plan_changed_since')
  const newest = agreements[0]
  const why = whyNotPutInForce({
    status,
    hash: textHash,
    agreement: newest && { hash: newest.hash, limited: newest.limit !== null },
  })
  if (why) throw new Refused(why.code, why.facts)
  const before = await findPlanInForce(tx, caseId)
  if (before) {
    await updatePlan(tx, before.id, { status: 'superseded', supersededOn: act.today })
    await carryActionStates(tx, planId)
  }
  await updatePlan(tx, planId, { status: 'in_force', inForceOn: act.today })
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, planId)
}
