import { addDays } from '@peyvand/domain/calendar/day.ts'
import { attainmentChange } from '@peyvand/domain/monitoring/goal-attainment.ts'
import type { AttainmentLevel } from '@peyvand/domain/monitoring/goal-attainment.ts'
import { at } from './telling.ts'
import type { Story, Telling } from './telling.ts'

/** A review of that day: where each goal stands, and what the client says to it. */
export function reviewCase(
  { rows, chance, agency, newId }: Telling,
  story: Story,
  levels: ReadonlyMap<string, number>,
  day: string,
): void {
  if (levels.size === 0) return
  const { phrases, reviewSaid } = agency.words
  const scores = attainmentChange(
    [...levels.values()].map((level) => ({
      weight: 1,
      atBaseline: -2,
      now: level as AttainmentLevel,
    })),
  )
  rows.add('review', {
    id: newId(day),
    case_id: story.caseId,
    plan_id: null,
    on_day: day,
    participants: phrases.participants,
    client_says: chance.pick(reviewSaid),
    client_says_missing: '',
    attainment: Object.fromEntries([...levels].map(([id, level]) => [id, { level, remark: '' }])),
    t_score: scores?.now ?? null,
    t_baseline: scores?.baseline ?? null,
    needs_changed: '',
    decision: 'continue',
    decision_reason: phrases.decision,
    next_on: addDays(day, story.reviewEveryDays),
    created_at: at(day, 14),
    created_by: story.manager,
    version: 1,
  })
}
