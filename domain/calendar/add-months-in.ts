import type { Calendar } from './calendar.ts'
import { addMonths } from './day.ts'
import type { Day } from './day.ts'
import { fromJalali, jalaliMonthLength, toJalali } from './jalali.ts'

/**
 * The same day of the month so many months later as this calendar counts them, or that month’s
 * last day: three months after 1 Azar are 1 Esfand, not three Gregorian months.
 */
export function addMonthsIn(calendar: Calendar, day: Day, months: number): Day {
  if (calendar === 'gregory') return addMonths(day, months)
  const from = toJalali(day)
  const months0 = from.year * 12 + (from.month - 1) + months
  const year = Math.floor(months0 / 12)
  const month = months0 - year * 12 + 1
  return fromJalali({ year, month, day: Math.min(from.day, jalaliMonthLength(year, month)) })
}
