import { v7 as newId } from 'uuid'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/linking/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import * as store from './consent-store.ts'
import { listReferralsUnder } from './referral-store.ts'
import { takeStep } from './take-step.ts'

/**
 * Sharing ends, and with it every referral not yet started, in one transaction. A service that has
 * begun goes on unless the client chooses otherwise.
 */
export async function withdrawConsent(
  act: Act,
  caseId: string,
  consentId: string,
  input: InputOf<typeof contract.withdrawConsent>,
) {
  const consent = orNotFound(await store.lockConsent(act.tx, caseId, consentId))
  if (consent.withdrawnAt) throw new Refused('consent_withdrawn')
  if (consent.version !== input.version) throw new Refused('stale_version', { current: consent })
  act.audited.records.add(consentId)
  await store.markConsentWithdrawn(act.tx, consentId, act.now, input.reason)

  const reason = input.reason || consent.purpose
  const cancelled: string[] = []
  const stopped: string[] = []
  for (const referral of await listReferralsUnder(act.tx, caseId, consentId)) {
    const notStarted = referral.status === 'sent' || referral.status === 'accepted'
    const begun = referral.status === 'started' || referral.status === 'waiting'
    if (!notStarted && !(begun && input.stop.includes(referral.id))) continue
    await takeStep(act, caseId, referral, { id: newId(), to: 'cancelled', reason })
    ;(notStarted ? cancelled : stopped).push(referral.id)
    act.audited.records.add(referral.id)
  }
  await refreshDue(act, caseId)
  return {
    consent: orNotFound(await store.findConsent(act.tx, caseId, consentId)),
    cancelled,
    stopped,
  }
}
