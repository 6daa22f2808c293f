import { nextSteps } from '@peyvand/domain/linking/referral-steps.ts'
import type { ReferralStatus } from '@peyvand/domain/linking/referral-steps.ts'
import type { LinkedReferralRow } from './answer-link-store.ts'

/** What leaves: the row without its ids, and the steps the partner may take now. */
export function presentLinked(row: LinkedReferralRow) {
  const { referralId: _referral, caseId: _case, agencyId: _agency, ...shown } = row
  return { ...shown, nextSteps: partnerSteps(row.status) }
}

/** The steps a partner may take from here. */
export function partnerSteps(status: ReferralStatus) {
  return nextSteps(status, 'partner').map(({ to, needsReason }) => ({ to, needsReason }))
}
