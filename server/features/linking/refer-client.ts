import { v7 as newId } from 'uuid'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/linking/contract.ts'
import { whyNotRefer } from '@peyvand/domain/linking/refer.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findConsentFacts } from './consent-store.ts'
import { presentReferral } from './present-referral.ts'
import * as store from './referral-store.ts'
import { takeStep } from './take-step.ts'

type Basis = 'consent' | 'law' | 'court' | 'vital_interest'

interface Sharing {
  needId: string
  serviceId: string
  consentId: string | null
  basis: Basis
  sharedGroups: readonly DataGroup[]
  /** The referral itself, where it is already there as a draft. */
  except?: string
}

/** Refuses unless the need may be referred; a draft is asked everything but its consent. */
export async function checkMayRefer(act: Act, caseId: string, sharing: Sharing, sends: boolean) {
  const facts = orNotFound(await store.loadReferFacts(act.tx, { caseId, ...sharing }))
  const refusal = whyNotRefer({
    ...facts,
    service:
      facts.serviceStatus && facts.organisationId
        ? { status: facts.serviceStatus, organisationId: facts.organisationId }
        : undefined,
    basis: sends ? sharing.basis : 'vital_interest',
    consent: sharing.consentId
      ? await findConsentFacts(act.tx, caseId, sharing.consentId)
      : undefined,
    sharedGroups: sharing.sharedGroups,
    today: act.today,
  })
  if (refusal) throw new Refused(refusal.code, refusal.facts)
}

export async function referClient(
  act: Act,
  caseId: string,
  input: InputOf<typeof contract.referClient>,
) {
  const { send, ...row } = input
  if (row.basis !== 'consent' && row.basisWords === '') {
    throw new Refused('reason_missing', { field: 'basisWords' })
  }
  await checkMayRefer(act, caseId, row, send)
  act.audited.records.add(row.id).add(row.needId)
  await store.insertReferral(act.tx, { ...row, caseId })
  if (send) {
    const draft = orNotFound(await store.findReferral(act.tx, caseId, row.id))
    await takeStep(act, caseId, draft, { id: newId(), to: 'sent', reason: '' })
  }
  await refreshDue(act, caseId)
  return presentReferral(orNotFound(await store.findReferral(act.tx, caseId, row.id)))
}
