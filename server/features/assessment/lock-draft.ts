import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockAssessment } from './assessment-store.ts'
import type { AssessmentRow } from './assessment-store.ts'
import { listWritableGroups } from './assessment-store.ts'

/** Holds an assessment I may write, in whatever state it is. */
export async function lockWritable(
  act: Act,
  caseId: string,
  assessmentId: string,
): Promise<AssessmentRow> {
  act.audited.records.add(assessmentId)
  const row = orNotFound(await lockAssessment(act.tx, caseId, assessmentId))
  if (!(await listWritableGroups(act.tx, caseId)).includes(row.dataGroup)) {
    throw new Refused('may_not_write', { dataGroup: row.dataGroup })
  }
  return row
}

/** Holds a draft: what is completed is amended, not edited. */
export async function lockDraft(
  act: Act,
  caseId: string,
  assessmentId: string,
): Promise<AssessmentRow> {
  const row = await lockWritable(act, caseId, assessmentId)
  if (row.status !== 'draft') throw new Refused('assessment_completed', { status: row.status })
  return row
}
