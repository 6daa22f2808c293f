import { whyNotDay } from '../calendar/day.ts'
import { toLatinDigits } from '../text/digits.ts'

export type DayReading = { day: string } | { problem: 'day_not_real' | 'day_looks_jalali' }

/** A day as the standard writes it, `YYYY-MM-DD`; a time after it is left out. */
export function readDay(text: string): DayReading {
  const day = toLatinDigits(text).replace(/[T ].*$/, '')
  if (/^1[34]\d\d[-/]\d\d?[-/]\d\d?$/.test(day)) return { problem: 'day_looks_jalali' }
  return whyNotDay(day) ? { problem: 'day_not_real' } : { day }
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * A day as Ohana's files write it: `January 01, 2015`, `12/24/2015`, `12/24/15` or ISO. The year
 * 0001 is theirs for every year; such a day is answered in the year 2000.
 */
export function readOhanaDay(text: string): (DayReading & { everyYear?: boolean }) | DayReading {
  const long = /^([A-Za-z]+) (\d{1,2}), (\d{4})$/.exec(text)
  const short = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text)
  const month = long ? months.indexOf((long[1] ?? '').toLowerCase()) + 1 : Number(short?.[1])
  const written = long ?? short
  if (!written) return readDay(text)
  const year = (written[3] ?? '').padStart(4, '20')
  const everyYear = year === '0001'
  const day = [everyYear ? '2000' : year, String(month), written[2] ?? '']
    .map((part) => part.padStart(2, '0'))
    .join('-')
  return whyNotDay(day) ? { problem: 'day_not_real' } : { day, everyYear }
}

/** A time of day as `HH:MM`, from `10:00`, `10:00:00Z`, `9am` or `4:00 PM`. */
export function readTime(text: string): string | undefined {
  const found =
    /^(\d{1,2})(?::(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?(?:Z|[+-]\d{2}:?\d{2})?$/i.exec(
      toLatinDigits(text),
    )
  if (!found || (found[2] === undefined && found[3] === undefined)) return undefined
  const half = found[3]?.toLowerCase()
  const written = Number(found[1])
  const minute = Number(found[2] ?? '0')
  if (half && (written < 1 || written > 12)) return undefined
  const hour = half ? (written % 12) + (half === 'p' ? 12 : 0) : written
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A number, whatever digits it is written in. */
export function readNumber(text: string): number | undefined {
  const written = toLatinDigits(text).replace('٫', '.')
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : undefined
}
