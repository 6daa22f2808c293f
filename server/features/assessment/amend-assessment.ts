import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { insertAmendment } from './assessment-store.ts'
import { lockWritable } from './lock-draft.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'

/** Begins a correction with what was said; the completed one stays until the correction is. */
export async function amendAssessment(
  act: Act,
  caseId: string,
  assessmentId: string,
  input: InputOf<typeof contract.amendAssessment>,
) {
  await lockOpenCase(act.tx, caseId)
  const row = await lockWritable(act, caseId, assessmentId)
  if (row.amendedBy) {
    throw new Refused('assessment_already_started', { assessmentId: row.amendedBy })
  }
  if (row.status !== 'completed') throw new Refused('assessment_not_complete', { faults: [] })
  act.audited.records.add(input.id)
  const { dataGroup, instrumentId, personId, informant, informantName, language } = row
  const same = { dataGroup, instrumentId, personId, informant, informantName, language }
  const amendment = { id: input.id, caseId, ...same, startedAt: act.now }
  await insertAmendment(act.tx, amendment, row, input.reason)
  await refreshDue(act, caseId)
  return { id: input.id, version: 1 }
}
