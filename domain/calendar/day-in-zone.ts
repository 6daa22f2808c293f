import type { Day } from './day.ts'
import { fromGregorian } from './day.ts'
import { readInstant } from './instant.ts'

const writers = new Map<string, Intl.DateTimeFormat>()

// Making a formatter costs far more than using one.
function writerFor(timeZone: string): Intl.DateTimeFormat {
  const known = writers.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  writers.set(timeZone, made)
  return made
}

/**
 * The day it is at this moment in a time zone; with the agency's zone, its today.
 *
 * @param instant milliseconds since 1970 (UTC) or an ISO 8601 instant with its offset.
 * @param timeZone IANA name, such as `Asia/Tehran`; an unknown one throws RangeError.
 */
export function dayInZone(instant: number | string, timeZone: string): Day {
  const millis = typeof instant === 'number' ? instant : readInstant(instant)
  const figure = { year: 0, month: 0, day: 0 }
  for (const { type, value } of writerFor(timeZone).formatToParts(millis)) {
    if (type === 'year' || type === 'month' || type === 'day') figure[type] = Number(value)
  }
  return fromGregorian(figure)
}

/** Whether this is the IANA name of a time zone that the run-time knows. */
export function isTimeZone(name: string): boolean {
  try {
    writerFor(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
