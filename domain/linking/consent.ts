import type { DataGroup } from '../access/data-groups.ts'
import type { Refusal } from '../refusals.ts'

/** A consent as far as it decides what may be shared. Days are ISO strings, ends included. */
export interface ConsentFacts {
  id: string
  groups: readonly DataGroup[]
  recipientId: string | null
  fromOn: string
  untilOn: string
  withdrawn: boolean
}

/** Whether somebody may give consent for this person, and what else it then needs. */
export interface GivingFacts {
  /** Completed years of the person whose data it is; undefined where the birth date is unknown. */
  age: number | undefined
  standing: string
  givenBySelf: boolean
  childAssent: string
}

/** The age from which a person's own consent stands alone (majority, 18). */
export const majority = 18

/** Under this age nobody is asked for assent; from it on, a child's own word is written down. */
export const assentFrom = 7

/**
 * Why this consent would be void: a child cannot give it alone, and an adult is not spoken for
 * without a legal standing; from seven years on a child's assent is asked beside the guardian's.
 */
export function whyNotLawfulConsent(facts: GivingFacts): Refusal | undefined {
  const isChild = facts.age !== undefined && facts.age < majority
  if (isChild && facts.givenBySelf) {
    return { code: 'consent_not_lawful', facts: { because: 'child_alone' } }
  }
  if (!facts.givenBySelf && facts.standing === 'self') {
    return { code: 'consent_not_lawful', facts: { because: 'standing_missing' } }
  }
  if (isChild && (facts.age ?? 0) >= assentFrom && facts.childAssent === '') {
    return { code: 'consent_not_lawful', facts: { because: 'assent_missing' } }
  }
  return undefined
}

/** Why nothing may be shared with this recipient on this consent today. */
export function whyNotShare(
  consent: ConsentFacts | undefined,
  sharing: { groups: readonly DataGroup[]; recipientId: string; today: string },
): Refusal | undefined {
  if (!consent) return { code: 'consent_missing', facts: { because: 'none' } }
  if (consent.withdrawn) return { code: 'consent_withdrawn' }
  const lacks = sharing.groups.filter((group) => !consent.groups.includes(group))
  const because =
    sharing.today < consent.fromOn
      ? 'not_yet'
      : sharing.today > consent.untilOn
        ? 'ended'
        : consent.recipientId !== sharing.recipientId
          ? 'other_recipient'
          : lacks.length > 0
            ? 'groups'
            : undefined
  return because && { code: 'consent_missing', facts: { because, lacks } }
}
