import type { Day } from './day.ts'
import { dayNumber, dayOfNumber } from './day.ts'

/** A date of the Solar Hijri calendar of Iran. */
export interface JalaliDate {
  /** 1200–1500 */
  year: number
  /** 1 (فروردین) – 12 (اسفند) */
  month: number
  /** 1–31 */
  day: number
}

/** The years for which the leap rule below is known to hold. */
export const firstJalaliYear = 1200
export const lastJalaliYear = 1500

// Day number, from 1970-01-01, of the day before 1 Farvardin of year 1.
const DAY_BEFORE_YEAR_1 = -492_269

/**
 * Leap years fall in a cycle of 33 years with 8 leap days, one in five years instead of four once
 * in each cycle. This is the rule of Unicode's Persian calendar; against the equinox at Iran's
 * meridian it first fails in 1502.
 */
export function isJalaliLeapYear(year: number): boolean {
  return (25 * year + 11) % 33 < 8
}

/** Days in a month (1–12) of a Jalali year. */
export function jalaliMonthLength(year: number, month: number): number {
  if (month <= 6) return 31
  return month < 12 || isJalaliLeapYear(year) ? 30 : 29
}

function daysBeforeYear(year: number): number {
  return 365 * (year - 1) + Math.floor((8 * year + 21) / 33)
}

function daysBeforeMonth(month: number): number {
  return month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
}

/** Why there is no such Jalali date, or nothing. */
export function whyNotJalali({
  year,
  month,
  day,
}: JalaliDate): 'year_out_of_range' | 'no_such_month' | 'no_such_day' | undefined {
  if (!Number.isInteger(year) || year < firstJalaliYear || year > lastJalaliYear) {
    return 'year_out_of_range'
  }
  if (!Number.isInteger(month) || month < 1 || month > 12) return 'no_such_month'
  if (!Number.isInteger(day) || day < 1 || day > jalaliMonthLength(year, month)) {
    return 'no_such_day'
  }
  return undefined
}

/** The day of a Jalali date; throws RangeError when there is no such date. */
export function fromJalali(date: JalaliDate): Day {
  const fault = whyNotJalali(date)
  if (fault) throw new RangeError(`Jalali ${date.year}/${date.month}/${date.day}: ${fault}`)
  return dayOfNumber(
    DAY_BEFORE_YEAR_1 + daysBeforeYear(date.year) + daysBeforeMonth(date.month) + date.day,
  )
}

/** The Jalali date of a day; throws RangeError outside the Jalali years 1200–1500. */
export function toJalali(day: Day): JalaliDate {
  const number = dayNumber(day) - DAY_BEFORE_YEAR_1
  let year = Math.floor(number / 365.2422) + 1
  while (daysBeforeYear(year) >= number) year -= 1
  while (daysBeforeYear(year + 1) < number) year += 1
  const dayOfYear = number - daysBeforeYear(year)
  const month =
    dayOfYear <= 186
      ? Math.ceil(dayOfYear / 31)
      : Math.min(12, 6 + Math.ceil((dayOfYear - 186) / 30))
  const date = { year, month, day: dayOfYear - daysBeforeMonth(month) }
  const fault = whyNotJalali(date)
  if (fault) throw new RangeError(`${day} in the Jalali calendar: ${fault}`)
  return date
}

/** Whether a day can be shown in the Jalali calendar. */
export function hasJalaliDate(day: Day): boolean {
  return day >= '1821-03-21' && day <= '2122-03-20'
}
