import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { Level } from '../cases/levels.ts'
import type { Refusal } from '../refusals.ts'
import { dueRules } from './due-rules.ts'
import type { DueRule } from './due-rules.ts'

/** The longest time for which something due is put off, in days. */
export const longestSnooze = 30

export interface SnoozeFacts {
  rule: DueRule
  level: Level
  /** The day on which it comes back. */
  until: Day
  today: Day
}

/**
 * Why a due item cannot be put off: a crisis waits for nobody, and what has a day set by a person
 * gets another day instead.
 */
export function whyNotSnooze({ rule, level, until, today }: SnoozeFacts): Refusal | undefined {
  if (level === 'crisis') return { code: 'snooze_not_lawful', facts: { because: 'crisis' } }
  if (dueRules[rule].source === 'date') {
    return { code: 'snooze_not_lawful', facts: { because: 'dated' } }
  }
  if (until <= today || until > addDays(today, longestSnooze)) {
    return { code: 'snooze_not_lawful', facts: { because: 'days', longest: longestSnooze } }
  }
  return undefined
}
