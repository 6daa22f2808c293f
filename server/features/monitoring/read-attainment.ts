import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readAttainment as endpoint } from '@peyvand/domain/monitoring/contract.ts'
import { attainmentChange } from '@peyvand/domain/monitoring/goal-attainment.ts'
import type { Act } from '../../platform/access/act.ts'
import { loadAttainment } from './progress-store.ts'

/** Goals at work and how far they have come; only goals measured at both ends make the T-scores. */
export async function readAttainment(act: Act, caseId: string): Promise<AnswerOf<typeof endpoint>> {
  const loaded = await loadAttainment(act.tx, caseId)
  const courses = loaded.goals.flatMap(({ weight, baseline, levelNow }) =>
    baseline === null || levelNow === null ? [] : [{ weight, atBaseline: baseline, now: levelNow }],
  )
  const change = attainmentChange(courses)
  return { ...loaded, attainment: change ? { ...change, goals: courses.length } : null }
}
