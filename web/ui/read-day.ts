import {
  CalendarDate,
  GregorianCalendar,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date'
import { toLatinDigits } from '@peyvand/domain/text/digits.ts'

const firstGregorianYear = 1700

/**
 * A written date of either calendar and with any digits as `YYYY-MM-DD`: `۱۳۷۱/۳/۱۲`, `1992-06-02`.
 * The year tells the calendar; a day that does not exist is not read.
 */
export function readDay(text: string): string | undefined {
  const found = /(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})/.exec(toLatinDigits(text))
  if (!found) return undefined
  const [year, month, day] = found.slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return undefined
  const calendar = year < firstGregorianYear ? new PersianCalendar() : new GregorianCalendar()
  const date = new CalendarDate(calendar, year, month, day)
  if (date.year !== year || date.month !== month || date.day !== day) return undefined
  return toCalendar(date, new GregorianCalendar()).toString()
}
