import { toLatinDigits, toPersianDigits } from '@peyvand/domain/text/digits.ts'
import { localeTag } from './settings.ts'
import type { Settings } from './settings.ts'

/** How exactly a day is known: a birth date may be a year, or about a year. */
export type Precision = 'day' | 'month' | 'year' | 'about'

export interface DateParts {
  year: number
  month: number
  day: number
}

export type Formats = ReturnType<typeof makeFormats>

/**
 * Everything that turns values into text, for one reader. Full dates are put together from parts,
 * because ICU orders Persian dates of the Jalali calendar wrongly.
 */
export function makeFormats(settings: Settings, timeZone: string) {
  const tag = localeTag(settings)
  const fa = settings.language === 'fa'
  const monthStyle = fa ? 'long' : 'short'
  const dateFormat = remember(
    (style: 'long' | 'short', zone: string) =>
      new Intl.DateTimeFormat(tag, {
        timeZone: zone,
        weekday: style,
        day: 'numeric',
        month: style === 'long' ? 'long' : monthStyle,
        year: 'numeric',
      }),
  )
  const timeFormat = new Intl.DateTimeFormat(tag, {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const plainNumber = new Intl.NumberFormat(tag)
  const listFormat = new Intl.ListFormat(tag, { type: 'conjunction' })
  const calendarNumbers = new Intl.DateTimeFormat(`en-US-u-ca-${settings.calendar}-nu-latn`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })

  const dateTexts = (moment: Date, zone: string, style: 'long' | 'short') => {
    const parts = dateFormat(style, zone).formatToParts(moment)
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
    return {
      weekday: part('weekday'),
      day: part('day'),
      month: part('month'),
      year: part('year') || part('relatedYear'),
    }
  }

  const inCalendar = (day: string): DateParts => {
    const parts = calendarNumbers.formatToParts(noonOf(day))
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
    return { year: part('year'), month: part('month'), day: part('day') }
  }

  const withDigits = (text: string) =>
    settings.digits === 'fa' ? toPersianDigits(text) : toLatinDigits(text)

  const formatNumber = (value: number, options?: Intl.NumberFormatOptions) =>
    options ? new Intl.NumberFormat(tag, options).format(value) : plainNumber.format(value)

  return {
    tag,
    timeZone,

    /** `۳۰ آبان ۱۴۰۵`, `21 Nov 2026`; of a less exact day only what is known. */
    formatDay(day: string, precision: Precision = 'day'): string {
      const text = dateTexts(noonOf(day), 'UTC', 'short')
      if (precision === 'year' || precision === 'about') return text.year
      if (precision === 'month') return `${text.month} ${text.year}`
      return `${text.day} ${text.month} ${text.year}`
    },

    /** Without the year: `۳۰ آبان`, `21 Nov`. */
    formatDayShort(day: string): string {
      const text = dateTexts(noonOf(day), 'UTC', 'short')
      return `${text.day} ${text.month}`
    },

    /** With weekday and the month's full name: `شنبه ۳۰ آبان ۱۴۰۵`, `Saturday 21 November 2026`. */
    formatDayLong(day: string, withYear = true): string {
      const text = dateTexts(noonOf(day), 'UTC', 'long')
      return `${text.weekday} ${text.day} ${text.month}${withYear ? ` ${text.year}` : ''}`
    },

    /** `آبان ۱۴۰۵`, `November 2026`. */
    formatMonth(day: string): string {
      const text = dateTexts(noonOf(day), 'UTC', 'long')
      return `${text.month} ${text.year}`
    },

    /** The month's name alone, for the axis of a chart. */
    formatMonthName(day: string): string {
      return dateTexts(noonOf(day), 'UTC', 'short').month
    },

    /** A moment in the agency's zone: `۳۰ آبان ۱۴۰۵، ۱۰:۴۲`, `21 Nov 2026, 10:42`. */
    formatInstant(instant: string): string {
      const moment = new Date(instant)
      const text = dateTexts(moment, timeZone, 'short')
      return `${text.day} ${text.month} ${text.year}${fa ? '،' : ','} ${timeFormat.format(moment)}`
    },

    /** The time of a moment in the agency's zone: `۱۰:۴۲`. */
    formatTime(instant: string): string {
      return timeFormat.format(new Date(instant))
    },

    /** A time of day, `HH:MM`, in the reader's digits. */
    formatClock(time: string): string {
      return withDigits(time.slice(0, 5))
    },

    formatNumber,

    /** With its sign, kept in order inside a right-to-left line: `+1`, `−2`, `0`. */
    formatSigned(value: number): string {
      const sign = value > 0 ? '+' : value < 0 ? '−' : ''
      return `\u2066${sign}${plainNumber.format(Math.abs(value))}\u2069`
    },

    /** `دیروز`, `۳ روز پیش`, `in 2 days`; both days `YYYY-MM-DD`. */
    formatRelativeDays(day: string, today: string): string {
      return relative.format(daysBetween(today, day), 'day')
    },

    /** `الف، ب و پ`, `a, b and c`. */
    formatList(items: readonly string[]): string {
      return listFormat.format(items)
    },

    /** Digits inside a code or a number of a case, in the reader's own. */
    withDigits,

    /** Year, month and day of an ISO day in the reader's calendar. */
    inCalendar,

    /** Whole years and months lived, counted in the reader's calendar. */
    ageOn(bornOn: string, today: string): { years: number; months: number } {
      const born = inCalendar(bornOn)
      const at = inCalendar(today)
      const months =
        (at.year - born.year) * 12 + at.month - born.month - (at.day < born.day ? 1 : 0)
      return { years: Math.floor(months / 12), months: Math.max(0, months) }
    },
  }
}

/** Days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000)
}

function noonOf(day: string): Date {
  return new Date(`${day.slice(0, 10)}T12:00:00Z`)
}

function remember<A extends string, B extends string, R>(make: (a: A, b: B) => R) {
  const kept = new Map<string, R>()
  return (a: A, b: B): R => {
    const key = `${a} ${b}`
    const known = kept.get(key)
    if (known) return known
    const made = make(a, b)
    kept.set(key, made)
    return made
  }
}
