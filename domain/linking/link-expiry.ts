import { daysBetween } from '../calendar/day.ts'
import type { Refusal } from '../refusals.ts'

/** Days an answer link is usually good for. */
export const usualLinkDays = 30

/** The longest an answer link may be good for, in days. */
export const mostLinkDays = 180

/**
 * Why an answer link may not open until the end of this day; both days are where the agency is.
 * A link for longer is made anew, so that somebody looks at it now and then.
 */
export function whyNotExpireOn(expiresOn: string, today: string): Refusal | undefined {
  const days = daysBetween(today, expiresOn)
  if (days >= 0 && days <= mostLinkDays) return undefined
  const because = days < 0 ? 'past' : 'too_late'
  return { code: 'link_day_not_lawful', facts: { because, days: mostLinkDays } }
}
