import type { Day } from './day.ts'
import { addDays, addMonths, toGregorian } from './day.ts'
import { fromJalali, hasJalaliDate, jalaliMonthLength, toJalali } from './jalali.ts'

/**
 * How exactly a date is known. With `month` and `year` the day kept is the first day of the month
 * or year as it was told, in the calendar in which it was told; with `about` it is the best guess.
 */
export const dayPrecisions = ['day', 'month', 'year', 'about'] as const
export type DayPrecision = (typeof dayPrecisions)[number]

/** A date that is known more or less exactly. */
export interface ImpreciseDay {
  on: Day
  precision: DayPrecision
}

/** A date told as `about` lies within so many years either way: our own convention. */
const yearsAround = 2

/** The first and the last day that an imprecise date may mean. */
export function daySpan({ on, precision }: ImpreciseDay): { earliest: Day; latest: Day } {
  if (precision === 'day') return { earliest: on, latest: on }
  if (precision === 'about') {
    return { earliest: addMonths(on, -12 * yearsAround), latest: addMonths(on, 12 * yearsAround) }
  }
  const months = precision === 'month' ? 1 : 12
  // The first of a Jalali month never is the first of a Gregorian one, so the day itself tells
  // which calendar it was told in.
  if (toGregorian(on).day !== 1 && hasJalaliDate(on)) {
    const date = toJalali(on)
    if (date.day === 1) {
      const month = months === 1 ? date.month : 12
      const day = jalaliMonthLength(date.year, month)
      return { earliest: on, latest: fromJalali({ year: date.year, month, day }) }
    }
  }
  return { earliest: on, latest: addDays(addMonths(on, months), -1) }
}
