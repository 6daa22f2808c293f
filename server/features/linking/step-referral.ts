import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/linking/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { presentReferral } from './present-referral.ts'
import { checkMayRefer } from './refer-client.ts'
import * as store from './referral-store.ts'
import { takeStep } from './take-step.ts'

export async function stepReferral(
  act: Act,
  caseId: string,
  referralId: string,
  input: InputOf<typeof contract.stepReferral>,
) {
  const referral = await lockAsSeen(act, caseId, referralId, input.version)
  if (input.to === 'sent') {
    const consentId = input.consentId ?? referral.consentId
    await checkMayRefer(
      act,
      caseId,
      {
        ...referral,
        consentId,
        basis: referral.basis as 'consent',
        sharedGroups: referral.sharedGroups as DataGroup[],
        except: referral.id,
      },
      true,
    )
    await store.updateReferral(act.tx, referralId, { consentId })
  }
  await takeStep(act, caseId, referral, input)
  await refreshDue(act, caseId)
  return presentReferral(orNotFound(await store.findReferral(act.tx, caseId, referralId)))
}

export async function recordOutcome(
  act: Act,
  caseId: string,
  referralId: string,
  input: InputOf<typeof contract.recordOutcome>,
) {
  const referral = await lockAsSeen(act, caseId, referralId, input.version)
  if (referral.status === 'draft' || referral.status === 'entered_in_error') {
    throw new Refused('referral_step_not_lawful', { from: referral.status, to: 'outcome' })
  }
  await store.updateReferral(act.tx, referralId, {
    outcome: input.outcome,
    outcomeNote: input.note,
    outcomeBy: input.by,
    outcomeOn: input.on,
  })
  await refreshDue(act, caseId)
  return presentReferral(orNotFound(await store.findReferral(act.tx, caseId, referralId)))
}

async function lockAsSeen(act: Act, caseId: string, referralId: string, seen: number) {
  act.audited.records.add(referralId)
  const referral = orNotFound(await store.lockReferral(act.tx, caseId, referralId))
  if (referral.version !== seen) {
    throw new Refused('stale_version', { current: presentReferral(referral) })
  }
  return referral
}
