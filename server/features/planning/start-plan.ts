import { v7 as newId } from 'uuid'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { insertAction } from './action-store.ts'
import { insertGoal, tieNeeds, tieStrengths } from './goal-store.ts'
import { loadPlan } from './load-plan.ts'
import type { LoadedPlan } from './load-plan.ts'
import { findPlanInForce, findPlanInHand, insertPlan, nextEdition } from './plan-store.ts'
import { presentPlan } from './present-plan.ts'

/** The next edition, with what lives of the one in force: goals, ties, and actions not ended. */
export async function startPlan(act: Act, caseId: string, planId: string) {
  const { tx } = act
  await lockOpenCase(tx, caseId)
  const other = await findPlanInHand(tx, caseId)
  if (other) {
    throw new Refused('plan_already_in_hand', { planId: other.id, edition: other.edition })
  }
  act.audited.records.add(planId)
  const inForce = await findPlanInForce(tx, caseId)
  const before = inForce && (await loadPlan(tx, caseId, inForce.id))
  const edition = await nextEdition(tx, caseId)
  const row = { id: planId, caseId, edition, createdAt: act.now }
  await insertPlan(tx, row, before?.plan.sections ?? {})
  if (before) await carryOver(act, caseId, planId, before)
  await refreshDue(act, caseId)
  return await presentPlan(act, caseId, planId)
}

async function carryOver(act: Act, caseId: string, planId: string, before: LoadedPlan) {
  const { tx, now } = act
  const open = new Set(before.needs.filter(({ outcome }) => outcome === null).map(({ id }) => id))
  for (const goal of before.goals) {
    const needIds = goal.needIds.filter((needId) => open.has(needId))
    if (goal.endedOn !== null || goal.refused || needIds.length === 0) continue
    const goalId = newId()
    const { number, clientWords, clientWordsMissing, professionalWords } = goal
    const { readiness, targetOn, weight, scale, baseline } = goal
    await insertGoal(tx, {
      id: goalId,
      caseId,
      planId,
      number,
      continues: goal.id,
      clientWords,
      clientWordsMissing,
      professionalWords,
      readiness,
      targetOn,
      weight,
      scale,
      baseline,
    })
    await tieNeeds(tx, { caseId, goalId, now }, needIds)
    await tieStrengths(tx, { caseId, goalId, now }, goal.strengthIds)
    for (const action of goal.actions) {
      if (action.status === 'done' || action.status === 'dropped') continue
      const { kind, what, who, workerId, dueOn, frequency, status } = action
      await insertAction(tx, {
        id: newId(),
        caseId,
        goalId,
        continues: action.id,
        status,
        kind,
        what,
        who,
        workerId,
        dueOn,
        frequency,
        whoName: workerId === null ? action.whoName : '',
        basis: action.basis ?? '',
      })
    }
  }
}
