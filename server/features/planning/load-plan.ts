import { createHash } from 'node:crypto'
import { planText } from '@peyvand/domain/planning/plan-text.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { listActions } from './action-store.ts'
import { listAgreements } from './agreement-store.ts'
import { listGoals, listPlanNeeds, listPlanStrengths } from './goal-store.ts'
import { findPlan, findSurroundings } from './plan-store.ts'

export type LoadedPlan = Awaited<ReturnType<typeof loadPlan>>

/** Everything about one edition that a decision or the screen needs, and the hash of its words. */
export async function loadPlan(tx: Transaction, caseId: string, planId: string) {
  const plan = orNotFound(await findPlan(tx, caseId, planId))
  const actions = await listActions(tx, caseId, planId)
  const goals = (await listGoals(tx, caseId, planId)).map((goal) => ({
    ...goal,
    actions: actions.filter(({ goalId }) => goalId === goal.id),
  }))
  const needs = await listPlanNeeds(tx, caseId, planId)
  const strengths = await listPlanStrengths(tx, caseId, planId)
  const said = <R extends { id: string }>(rows: readonly R[], ids: readonly string[]): R[] =>
    rows.filter(({ id }) => ids.includes(id))
  const text = planText({
    edition: plan.edition,
    sections: plan.sections,
    goals: goals
      .filter(({ endedOn }) => endedOn === null)
      .map((goal) => ({
        ...goal,
        needs: said(needs, goal.needIds).map(({ statement }) => statement),
        strengths: said(strengths, goal.strengthIds).map(({ what }) => what),
        actions: goal.actions.filter(({ status }) => status !== 'dropped'),
      })),
  })
  return {
    plan,
    goals,
    needs,
    strengths,
    agreements: await listAgreements(tx, caseId, planId),
    surroundings: orNotFound(await findSurroundings(tx, caseId)),
    textHash: createHash('sha256').update(text).digest('hex'),
  }
}
