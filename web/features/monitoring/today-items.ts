import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readToday } from '@peyvand/domain/monitoring/contract.ts'
import type { DueRule } from '@peyvand/domain/monitoring/due-rules.ts'

type Told = AnswerOf<typeof readToday>['items'][number]

export type TodayItem = Told & {
  /** `HH:MM` of an appointment. */
  time: string | null
}

const dated: ReadonlySet<DueRule> = new Set(['task_due', 'appointment_due'])

/** Items with the hour that an appointment brings along. */
export function withTimes(items: readonly Told[]): TodayItem[] {
  return items.map((item) => {
    const facts = dated.has(item.rule) ? (item.facts as { time: string | null }) : undefined
    return { ...item, time: facts?.time ?? null }
  })
}
