/**
 * Days are ISO strings (`2026-11-21`) in the proleptic Gregorian calendar, years 0001 to 9999.
 * Functions here throw RangeError on a string that is no such day: input is read before, at the
 * edge, with `whyNotDay` or `parseTypedDay`.
 */
export type Day = string

/** Why a string is not a day. */
export type DayFault = 'not_a_day' | 'no_such_month' | 'no_such_day'

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

export interface GregorianDate {
  year: number
  /** 1–12 */
  month: number
  /** 1–31 */
  day: number
}

function isGregorianLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days in a month (1–12) of the Gregorian calendar. */
export function gregorianMonthLength(year: number, month: number): number {
  if (month === 2) return isGregorianLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Why this string is not a day, or nothing. */
export function whyNotDay(text: string): DayFault | undefined {
  const parts = shape.exec(text)
  if (!parts || parts[1] === '0000') return 'not_a_day'
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12) return 'no_such_month'
  if (day < 1 || day > gregorianMonthLength(year, month)) return 'no_such_day'
  return undefined
}

/** Year, month and day of a day. */
export function toGregorian(day: Day): GregorianDate {
  const fault = whyNotDay(day)
  if (fault) throw new RangeError(`${day}: ${fault}`)
  return { year: +day.slice(0, 4), month: +day.slice(5, 7), day: +day.slice(8, 10) }
}

/** The day of a Gregorian year, month and day. */
export function fromGregorian({ year, month, day }: GregorianDate): Day {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const fault = whyNotDay(text)
  if (fault) throw new RangeError(`${text}: ${fault}`)
  return text
}

function pad(figure: number, width: number): string {
  return String(figure).padStart(width, '0')
}

// Years are counted from 1 March, so that the leap day is the last of its year.
const DAYS_BEFORE_1970 = 719_468

/** The number of days since 1970-01-01; negative before. */
export function dayNumber(day: Day): number {
  const date = toGregorian(day)
  const year = date.month > 2 ? date.year : date.year - 1
  const month = (date.month + 9) % 12
  const dayOfYear = Math.floor((153 * month + 2) / 5) + date.day - 1
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970
}

/** The day that is so many days after 1970-01-01. */
export function dayOfNumber(number: number): Day {
  const days = number + DAYS_BEFORE_1970
  const century400 = Math.floor(days / 146_097)
  const rest = days - century400 * 146_097
  const yearOf400 = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  )
  const dayOfYear =
    rest - (365 * yearOf400 + Math.floor(yearOf400 / 4) - Math.floor(yearOf400 / 100))
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  return fromGregorian({
    year: century400 * 400 + yearOf400 + (month > 9 ? 1 : 0),
    month: month < 10 ? month + 3 : month - 9,
    day: dayOfYear - Math.floor((153 * month + 2) / 5) + 1,
  })
}

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days)
}

/** The same day of the month so many Gregorian months later, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const date = toGregorian(day)
  const months0 = date.year * 12 + (date.month - 1) + months
  const year = Math.floor(months0 / 12)
  const month = months0 - year * 12 + 1
  return fromGregorian({ year, month, day: Math.min(date.day, gregorianMonthLength(year, month)) })
}

/** How many days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Day of the week after ISO 8601: 1 is Monday, 5 Friday, 6 Saturday, 7 Sunday. */
export function dayOfWeek(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7
  return (sinceMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}
