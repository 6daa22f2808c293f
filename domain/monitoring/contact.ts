import { readInstant } from '../calendar/instant.ts'
import type { Refusal } from '../refusals.ts'

/** Kinds of contact (تماس‌ها و ملاقات‌ها). */
export const contactKinds = [
  'call',
  'office_visit',
  'home_visit',
  'school_visit',
  'court',
  'message',
  'meeting',
] as const
export type ContactKind = (typeof contactKinds)[number]

/** Kinds for which one goes somewhere, and so may have travelled. */
export const kindsWithTravel: ReadonlySet<ContactKind> = new Set([
  'home_visit',
  'school_visit',
  'court',
  'meeting',
])

/** A device’s clock may be ahead of the server’s by this many minutes. */
const clockTolerance = 5

/**
 * Why a contact cannot have happened then.
 *
 * @param happenedAt, now ISO 8601 instants.
 */
export function whyNotHappened(happenedAt: string, now: string): Refusal | undefined {
  const ahead = readInstant(happenedAt) - readInstant(now)
  return ahead > clockTolerance * 60_000 ? { code: 'contact_in_future' } : undefined
}
