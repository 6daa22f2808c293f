import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { daysBetween, toGregorian } from '../calendar/day.ts'
import type { ImpreciseDay } from '../calendar/day-precision.ts'
import { daySpan } from '../calendar/day-precision.ts'
import { hasJalaliDate, toJalali } from '../calendar/jalali.ts'

/** Completed years, or months, between which the age lies; equal when it is known exactly. */
export interface Age {
  least: number
  most: number
}

/**
 * Age in completed years on a day, in the calendar of the reader or of the law that asks.
 * Nothing when the birth certainly lies after that day.
 */
export function ageOn(born: ImpreciseDay, on: Day, calendar: Calendar): Age | undefined {
  const months = ageInMonthsOn(born, on, calendar)
  return months && { least: Math.floor(months.least / 12), most: Math.floor(months.most / 12) }
}

/** The same in completed months, for small children. */
export function ageInMonthsOn(born: ImpreciseDay, on: Day, calendar: Calendar): Age | undefined {
  const { earliest, latest } = daySpan(born)
  if (daysBetween(earliest, on) < 0) return undefined
  return {
    least: latest > on ? 0 : completedMonths(latest, on, calendar),
    most: completedMonths(earliest, on, calendar),
  }
}

/** Whether someone has reached an age on a day: `unknown` where the birth date is too vague. */
export function hasReachedAge(
  born: ImpreciseDay,
  years: number,
  on: Day,
  calendar: Calendar,
): 'yes' | 'no' | 'unknown' {
  const age = ageOn(born, on, calendar)
  if (!age || age.most < years) return 'no'
  return age.least >= years ? 'yes' : 'unknown'
}

function completedMonths(from: Day, to: Day, calendar: Calendar): number {
  const inJalali = calendar === 'persian' && hasJalaliDate(from) && hasJalaliDate(to)
  const start = inJalali ? toJalali(from) : toGregorian(from)
  const end = inJalali ? toJalali(to) : toGregorian(to)
  const months = (end.year - start.year) * 12 + (end.month - start.month)
  return end.day < start.day ? months - 1 : months
}
