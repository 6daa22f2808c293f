import type { InputOf } from '@peyvand/domain/contract.ts'
import { attainmentChange } from '@peyvand/domain/monitoring/goal-attainment.ts'
import type * as contract from '@peyvand/domain/review/contract.ts'
import { whyNotReview } from '@peyvand/domain/review/review.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { insertProgress, loadAttainment } from '../monitoring/progress-store.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findReview, insertReview } from './review-store.ts'
import type { ReviewRow } from './review-store.ts'

/** A review; what it judges of each goal is kept as progress of that day too. */
export async function recordReview(
  act: Act,
  caseId: string,
  { id, attainment, ...input }: InputOf<typeof contract.recordReview>,
): Promise<ReviewRow> {
  const { tx, now, today, audited } = act
  await lockOpenCase(tx, caseId)
  const { plan, goals } = await loadAttainment(tx, caseId)
  const atWork = new Map(
    goals.filter(({ endedOn }) => endedOn === null).map((goal) => [goal.id, goal]),
  )
  const unknown = attainment.find(({ goalId }) => !atWork.has(goalId))
  if (unknown) throw new Refused('goal_unknown', { goalId: unknown.goalId })
  const refusal = whyNotReview({
    ...input,
    today,
    goalsAtWork: [...atWork.keys()],
    goalsJudged: attainment.map(({ goalId }) => goalId),
  })
  if (refusal) throw new Refused(refusal.code, refusal.facts)

  const scores = attainmentChange(
    attainment.flatMap(({ goalId, level }) => {
      const { weight, baseline } = atWork.get(goalId) ?? { weight: 1, baseline: null }
      return baseline === null ? [] : [{ weight, atBaseline: baseline, now: level }]
    }),
  )
  await insertReview(tx, {
    id,
    caseId,
    ...input,
    planId: plan?.id ?? null,
    attainment: Object.fromEntries(
      attainment.map(({ goalId, level, remark }) => [goalId, { level, remark }]),
    ),
    tScore: scores?.now ?? null,
    tBaseline: scores?.baseline ?? null,
    createdAt: now,
  })
  await insertProgress(
    tx,
    attainment.map(({ progressId, remark, ...judged }) => ({
      id: progressId,
      caseId,
      contactId: null,
      onDay: input.onDay,
      said: remark,
      ...judged,
    })),
    now,
  )
  audited.records.add(id)
  await refreshDue(act, caseId)
  return orNotFound(await findReview(tx, caseId, id))
}
