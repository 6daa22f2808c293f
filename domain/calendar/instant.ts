import { dayNumber, whyNotDay } from './day.ts'

const shape =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/

/**
 * Milliseconds since 1970 (UTC) of an ISO 8601 instant, which must carry `Z` or an offset:
 * without one it is not known which moment is meant. Throws RangeError on anything else.
 */
export function readInstant(text: string): number {
  const parts = shape.exec(text)
  const [, day = '', hour = '', minute = '', second = '0', fraction = '', offset = ''] = parts ?? []
  if (!parts || whyNotDay(day) || +hour > 23 || +minute > 59 || +second > 59) {
    throw new RangeError(`not an instant: ${text}`)
  }
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3))
  const ofDay = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  return dayNumber(day) * 86_400_000 + ofDay * 1000 + millis - offsetMinutes(offset) * 60_000
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return offset.startsWith('-') ? -minutes : minutes
}
