import type { DateParts } from '../platform/formats.ts'

const dayLength = 86_400_000

/** The first days of the months, in the reader's calendar, from one ISO day to another. */
export function monthTicks(
  from: string,
  to: string,
  inCalendar: (day: string) => DateParts,
): string[] {
  const ticks: string[] = []
  const end = Date.parse(to)
  let at = Date.parse(from)
  while (at <= end) {
    const day = new Date(at).toISOString().slice(0, 10)
    const dayOfMonth = inCalendar(day).day
    if (dayOfMonth === 1) ticks.push(day)
    // No month is shorter than 28 days, so most of it can be stepped over.
    at += dayLength * (dayOfMonth === 1 ? 28 : dayOfMonth < 28 ? 28 - dayOfMonth : 1)
  }
  return ticks
}
