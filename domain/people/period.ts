import type { Day } from '../calendar/day.ts'
import { day } from '../contract.ts'
import type { Refusal } from '../refusals.ts'

/** From when until when something holds; unknown or open ends are null. */
export const period = {
  since: day.nullable().default(null),
  until: day.nullable().default(null),
}

/** Why a period cannot be: it ends before it began. */
export function whyNotPeriod(given: { since: Day | null; until: Day | null }): Refusal | undefined {
  return given.since !== null && given.until !== null && given.until < given.since
    ? { code: 'ended_before_start' }
    : undefined
}
