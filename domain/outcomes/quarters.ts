import { addMonthsIn } from '../calendar/add-months-in.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { addDays, fromGregorian, toGregorian } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { fromJalali, toJalali } from '../calendar/jalali.ts'

/** Three months of a calendar. */
export interface Quarter {
  startsOn: Day
  /** Its last day. */
  endsOn: Day
  year: number
  /** 1–4 */
  number: number
  /** The first day of each of its months. */
  months: readonly [Day, Day, Day]
}

/** Days after its end during which late entries still count; then a quarter is told, once. */
export const daysOfGrace = 10

/** The quarter of this calendar in which a day falls. */
export function quarterOf(calendar: Calendar, day: Day): Quarter {
  const persian = calendar === 'persian'
  const { year, month } = persian ? toJalali(day) : toGregorian(day)
  const number = Math.ceil(month / 3)
  const first = { year, month: number * 3 - 2, day: 1 }
  const startsOn = persian ? fromJalali(first) : fromGregorian(first)
  const after = (months: number) => addMonthsIn(calendar, startsOn, months)
  return {
    startsOn,
    endsOn: addDays(after(3), -1),
    year,
    number,
    months: [startsOn, after(1), after(2)],
  }
}

/** The day on which a quarter may be told. */
export function toldOn({ endsOn }: Quarter): Day {
  return addDays(endsOn, daysOfGrace + 1)
}

/**
 * The quarters that may be told on a day and have not been, oldest first: all since `last`, the
 * first day of the last one told, or, where none was, the last `atFirst` ones.
 */
export function quartersToTell(
  calendar: Calendar,
  today: Day,
  last: Day | undefined,
  atFirst: number,
): Quarter[] {
  const found: Quarter[] = []
  let quarter = quarterOf(calendar, today)
  for (;;) {
    quarter = quarterOf(calendar, addDays(quarter.startsOn, -1))
    if (last === undefined ? found.length === atFirst : quarter.startsOn <= last) break
    if (toldOn(quarter) <= today) found.unshift(quarter)
  }
  return found
}
