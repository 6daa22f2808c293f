import type { DataGroup } from '../access/data-groups.ts'
import type { Refusal } from '../refusals.ts'
import { whyNotShare } from './consent.ts'
import type { ConsentFacts } from './consent.ts'

export interface ReferFacts {
  caseOpen: boolean
  needEnded: boolean
  /** Undefined where the service is not in the directory any more. */
  service: { status: string; organisationId: string } | undefined
  /** Another referral of the same need to the same service that has not ended. */
  referredAlready: boolean
  basis: 'consent' | 'law' | 'court' | 'vital_interest'
  consent: ConsentFacts | undefined
  sharedGroups: readonly DataGroup[]
  today: string
}

/** Why this need may not be referred to this service now; nothing where it may. */
export function whyNotRefer(facts: ReferFacts): Refusal | undefined {
  if (!facts.caseOpen) return { code: 'case_closed' }
  if (facts.needEnded) return { code: 'need_already_ended' }
  if (!facts.service) return { code: 'service_unknown' }
  if (facts.service.status !== 'active') {
    return { code: 'service_not_accepting', facts: { status: facts.service.status } }
  }
  if (facts.referredAlready) return { code: 'referral_already_open' }
  if (facts.basis !== 'consent') return undefined
  return whyNotShare(facts.consent, {
    groups: facts.sharedGroups,
    recipientId: facts.service.organisationId,
    today: facts.today,
  })
}

/** How many days a partner usually takes before silence is worth a call. */
export const usualAnswerDays = 7
