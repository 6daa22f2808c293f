import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/linking/contract.ts'
import { whyNotExpireOn } from '@peyvand/domain/linking/link-expiry.ts'
import { hasEnded } from '@peyvand/domain/linking/referral-steps.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { hashSecret, insertAnswerLink, withdrawLink } from './answer-link-store.ts'
import { findConsentFacts } from './consent-store.ts'
import { presentReferral } from './present-referral.ts'
import { findReferral, lockReferral } from './referral-store.ts'

/** The secret was made in the worker's browser; only hashes stay here, and no answer repeats it. */
export async function makeAnswerLink(
  act: Act,
  caseId: string,
  referralId: string,
  input: InputOf<typeof contract.makeAnswerLink>,
) {
  await checkMayLink(act, caseId, referralId, input.expiresOn)
  act.audited.records.add(referralId).add(input.id)
  await insertAnswerLink(act.tx, {
    id: input.id,
    caseId,
    subject: { referralId },
    recipientName: input.recipientName,
    tokenHash: hashSecret(input.token),
    codeHash: hashSecret(`${input.token}:${input.code}`),
    expiresOn: input.expiresOn,
    timeZone: act.actor.timeZone,
  })
  return presentReferral(orNotFound(await findReferral(act.tx, caseId, referralId)))
}

/**
 * Holds the referral, and refuses a link to one that waits for no answer or may not be shared, or
 * for too long.
 */
export async function checkMayLink(
  act: Act,
  caseId: string,
  referralId: string,
  expiresOn: string,
): Promise<void> {
  const referral = orNotFound(await lockReferral(act.tx, caseId, referralId))
  if (referral.status === 'draft' || hasEnded(referral.status)) {
    throw new Refused('referral_step_not_lawful', { from: referral.status, to: 'link' })
  }
  const consent =
    referral.basis === 'consent' && referral.consentId
      ? await findConsentFacts(act.tx, caseId, referral.consentId)
      : undefined
  if (consent?.withdrawn) throw new Refused('consent_withdrawn')
  const refusal = whyNotExpireOn(expiresOn, act.today)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
}

export async function withdrawAnswerLink(
  act: Act,
  caseId: string,
  referralId: string,
  linkId: string,
) {
  act.audited.records.add(linkId)
  const done = await withdrawLink(act.tx, { linkId, subject: { referralId }, now: act.now })
  if (!done) throw new Refused('not_found')
  return presentReferral(orNotFound(await findReferral(act.tx, caseId, referralId)))
}
