import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { updateStatus } from './assessment-store.ts'
import { lockWritable } from './lock-draft.ts'

/** Entered in error: it counts nowhere and stays readable with the reason. */
export async function withdrawAssessment(
  act: Act,
  caseId: string,
  assessmentId: string,
  { version, reason }: InputOf<typeof contract.withdrawAssessment>,
) {
  const row = await lockWritable(act, caseId, assessmentId)
  if (row.version !== version) {
    throw new Refused('stale_version', { current: { version: row.version, status: row.status } })
  }
  if (row.status !== 'draft' && row.status !== 'completed') {
    throw new Refused('assessment_completed', { status: row.status })
  }
  if (row.amendedBy) {
    throw new Refused('assessment_already_started', { assessmentId: row.amendedBy })
  }
  await updateStatus(act.tx, assessmentId, { status: 'entered_in_error', errorReason: reason })
  await refreshDue(act, caseId)
  return { version: row.version + 1 }
}
