import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findOpenDraft, findPersonOfCase, insertAssessment } from './assessment-store.ts'
import { listWritableGroups } from './assessment-store.ts'
import { findInstrument } from './instrument-store.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'

export async function startAssessment(
  act: Act,
  caseId: string,
  input: InputOf<typeof contract.startAssessment>,
) {
  const { tx } = act
  await lockOpenCase(tx, caseId)
  const instrument = await findInstrument(tx, input.instrumentId)
  if (!instrument || instrument.retiredAt) throw new Refused('instrument_unknown')
  if (!(await listWritableGroups(tx, caseId)).includes(instrument.dataGroup)) {
    throw new Refused('may_not_write', { dataGroup: instrument.dataGroup })
  }
  if (!(await findPersonOfCase(tx, caseId, input.personId))) throw new Refused('person_missing')
  const assessmentId = await findOpenDraft(tx, caseId, input)
  if (assessmentId) throw new Refused('assessment_already_started', { assessmentId })
  act.audited.records.add(input.id)
  await insertAssessment(tx, {
    ...input,
    caseId,
    dataGroup: instrument.dataGroup,
    startedAt: act.now,
  })
  await refreshDue(act, caseId)
  return { id: input.id, version: 1 }
}
