import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { ConsentFacts } from '@peyvand/domain/linking/consent.ts'
import type { listConsents, listReferrals } from '@peyvand/domain/linking/contract.ts'
import type { Refusal } from '@peyvand/domain/refusals.ts'
import { norms } from '@peyvand/domain/monitoring/norms.ts'
import { daysBetween } from '../../platform/formats.ts'

export type Referral = AnswerOf<typeof listReferrals>['referrals'][number]
export type Consent = AnswerOf<typeof listConsents>['consents'][number]

/** A partner who has not answered by the day an answer was expected. */
export function isSilent(
  referral: Pick<Referral, 'status' | 'answerExpectedOn'>,
  today: string,
): boolean {
  return (
    referral.status === 'sent' &&
    referral.answerExpectedOn !== null &&
    referral.answerExpectedOn < today
  )
}

/** A consent as the rules of sharing ask for it. */
export function factsOf(consent: Consent): ConsentFacts {
  return { ...consent, withdrawn: consent.withdrawnAt !== null }
}

export type ConsentStanding = 'in_force' | 'ending' | 'not_yet' | 'ended' | 'withdrawn'

/** How a consent stands on a day. */
export function standingOf(consent: Consent, today: string): ConsentStanding {
  if (consent.withdrawnAt) return 'withdrawn'
  if (today < consent.fromOn) return 'not_yet'
  if (today > consent.untilOn) return 'ended'
  return daysBetween(today, consent.untilOn) <= norms.consentEnding ? 'ending' : 'in_force'
}

/** Why nothing is shared on a consent any more: it was withdrawn, or its time has passed. */
export function whyOver(consent: Consent, today: string): Refusal | undefined {
  const standing = standingOf(consent, today)
  if (standing === 'withdrawn') return { code: 'consent_withdrawn' }
  if (standing === 'ended') return { code: 'consent_missing', facts: { because: 'ended' } }
  return undefined
}
