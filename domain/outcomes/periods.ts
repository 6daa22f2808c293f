import { addMonthsIn } from '../calendar/add-months-in.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { addDays, fromGregorian, toGregorian } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { fromJalali, toJalali } from '../calendar/jalali.ts'

/** A quarter or a half of a year of some calendar. */
export interface Period {
  startsOn: Day
  /** Its last day. */
  endsOn: Day
  year: number
  /** Which of its year: a quarter 1–4, a half 1–2. */
  number: number
  /** The first day of each of its months. */
  months: readonly Day[]
}

/** How long an agency's periods are, in months. */
export type PeriodLength = 3 | 6

/**
 * Where fewer cases than this were opened in two years, numbers are told by halves of a year: of a
 * quarter too few would be left to tell.
 */
export const casesForQuarters = 400

/** Days after its end during which late entries still count; then a period is told, once. */
export const daysOfGrace = 10

/** The period of this calendar and length in which a day falls. */
export function periodOf(calendar: Calendar, length: PeriodLength, day: Day): Period {
  const persian = calendar === 'persian'
  const { year, month } = persian ? toJalali(day) : toGregorian(day)
  const number = Math.ceil(month / length)
  const first = { year, month: (number - 1) * length + 1, day: 1 }
  const startsOn = persian ? fromJalali(first) : fromGregorian(first)
  const after = (months: number) => addMonthsIn(calendar, startsOn, months)
  return {
    startsOn,
    endsOn: addDays(after(length), -1),
    year,
    number,
    months: Array.from({ length }, (_month, at) => after(at)),
  }
}

/** The day on which a period may be told. */
export function toldOn({ endsOn }: Period): Day {
  return addDays(endsOn, daysOfGrace + 1)
}

/**
 * The periods that may be told on a day and have not been, oldest first: all since `last`, the
 * first day of the last one told, or, where none was, the last `atFirst` ones.
 */
export function periodsToTell(
  calendar: Calendar,
  length: PeriodLength,
  today: Day,
  last: Day | undefined,
  atFirst: number,
): Period[] {
  const found: Period[] = []
  let period = periodOf(calendar, length, today)
  for (;;) {
    period = periodOf(calendar, length, addDays(period.startsOn, -1))
    if (last === undefined ? found.length === atFirst : period.startsOn <= last) break
    if (toldOn(period) <= today) found.unshift(period)
  }
  return found
}
