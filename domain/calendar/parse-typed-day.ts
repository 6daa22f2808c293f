import { normaliseName } from '../text/normalise-name.ts'
import type { Calendar } from './calendar.ts'
import { calendars } from './calendar.ts'
import type { Day } from './day.ts'
import { fromGregorian, gregorianMonthLength } from './day.ts'
import { firstJalaliYear, fromJalali, jalaliMonthLength, lastJalaliYear } from './jalali.ts'
import { monthNames } from './month-names.ts'

export type TypedDayFault =
  | { code: 'empty' | 'not_a_date' | 'year_needs_four_digits' | 'year_out_of_range' }
  /** `5/4/2024` may be 5 April or 4 May: asked, not guessed. */
  | { code: 'day_or_month_first' }
  | { code: 'no_such_month'; calendar: Calendar; month: number }
  | {
      code: 'no_such_day'
      calendar: Calendar
      year: number
      month: number
      day: number
      /** The days that this month really has. */
      monthLength: number
    }

export type TypedDay =
  | { day: Day; precision: 'day' | 'month' | 'year'; calendar: Calendar; fault?: undefined }
  | { day?: undefined; fault: TypedDayFault }

const namedMonths = new Map<string, { calendar: Calendar; month: number }>()
for (const calendar of calendars) {
  for (const names of Object.values(monthNames[calendar])) {
    for (const [index, name] of names.entries()) {
      namedMonths.set(normaliseName(name), { calendar, month: index + 1 })
    }
  }
}
const otherSpellings: readonly (readonly [string, Calendar, number])[] = [
  ['امرداد', 'persian', 5],
  ['می', 'gregory', 5],
  ['ژوین', 'gregory', 6],
  ['جولای', 'gregory', 7],
  ['آگوست', 'gregory', 8],
  ['جون', 'gregory', 6],
]
for (const [name, calendar, month] of otherSpellings) {
  namedMonths.set(normaliseName(name), { calendar, month })
}

/**
 * Reads a date as people type it, in either calendar and with Persian, Arabic or Latin digits:
 * `1403/1/5`, `۵/۱/۱۴۰۳`, `2024-03-24`, `24.3.2024`, `۵ فروردین ۱۴۰۳`, `24 March 2024`, a month with
 * its year (`1403/1`, `فروردین ۱۴۰۳`), or a year alone (`۱۳۷۱`).
 *
 * The year tells the calendar: 1200–1500 is Jalali, 1800–2200 Gregorian. A month or year alone
 * answers its first day and that precision. A date that does not exist answers why.
 */
export function parseTypedDay(typed: string): TypedDay {
  const key = normaliseName(typed)
  if (key === '') return { fault: { code: 'empty' } }
  const words = (key.match(/\d+|[^\d ]+/g) ?? [])
    .map((word) => word.replace(/ماه$|^سال$/, ''))
    .filter((word) => word !== '')
  const figures = words.filter((word) => /^\d+$/.test(word))
  const names = words.filter((word) => !/^\d+$/.test(word))
  if (figures.length + names.length > 3 || names.length > 1 || figures.length === 0) {
    return { fault: { code: 'not_a_date' } }
  }
  if (figures.some((figure) => figure.length > 4)) return { fault: { code: 'not_a_date' } }
  const years = figures.filter((figure) => figure.length === 4)
  const small = figures.filter((figure) => figure.length <= 2).map(Number)
  if (years.length === 0) return { fault: { code: 'year_needs_four_digits' } }
  if (years.length > 1 || small.length !== figures.length - 1) {
    return { fault: { code: 'not_a_date' } }
  }
  const year = Number(years[0])
  const calendar = calendarOf(year)
  if (!calendar) return { fault: { code: 'year_out_of_range' } }

  const name = names[0]
  if (name !== undefined) {
    const named = namedMonths.get(name)
    if (!named || named.calendar !== calendar || small.length > 1) {
      return { fault: { code: 'not_a_date' } }
    }
    return check(calendar, year, named.month, small[0])
  }
  if (figures[0] === years[0]) return check(calendar, year, small[0], small[1])
  if (figures.at(-1) !== years[0]) return { fault: { code: 'not_a_date' } }
  const [first, second] = small
  if (first === undefined || second === undefined) return check(calendar, year, first, undefined)
  if (calendar === 'gregory' && first <= 12 && second <= 12 && first !== second) {
    return { fault: { code: 'day_or_month_first' } }
  }
  const monthFirst = calendar === 'gregory' && first <= 12 && second > 12
  return monthFirst ? check(calendar, year, first, second) : check(calendar, year, second, first)
}

function calendarOf(year: number): Calendar | undefined {
  if (year >= firstJalaliYear && year <= lastJalaliYear) return 'persian'
  return year >= 1800 && year <= 2200 ? 'gregory' : undefined
}

function check(
  calendar: Calendar,
  year: number,
  month: number | undefined,
  day: number | undefined,
): TypedDay {
  const inMonth = month ?? 1
  if (inMonth < 1 || inMonth > 12) {
    return { fault: { code: 'no_such_month', calendar, month: inMonth } }
  }
  const onDay = day ?? 1
  const monthLength =
    calendar === 'persian' ? jalaliMonthLength(year, inMonth) : gregorianMonthLength(year, inMonth)
  if (onDay < 1 || onDay > monthLength) {
    return {
      fault: { code: 'no_such_day', calendar, year, month: inMonth, day: onDay, monthLength },
    }
  }
  const date = { year, month: inMonth, day: onDay }
  const precision = month === undefined ? 'year' : day === undefined ? 'month' : 'day'
  return {
    day: calendar === 'persian' ? fromJalali(date) : fromGregorian(date),
    precision,
    calendar,
  }
}
