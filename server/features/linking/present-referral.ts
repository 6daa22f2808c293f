import { nextSteps } from '@peyvand/domain/linking/referral-steps.ts'
import type { ReferralRow } from './referral-store.ts'

/** A referral as it leaves, with the steps lawful now, so that the screen decides nothing again. */
export function presentReferral(row: ReferralRow) {
  return {
    ...row,
    nextSteps: nextSteps(row.status, 'us').map(({ to, needsReason }) => ({ to, needsReason })),
  }
}
