import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { updateInformant } from './assessment-store.ts'
import { lockDraft } from './lock-draft.ts'

export async function changeInformant(
  act: Act,
  caseId: string,
  assessmentId: string,
  input: InputOf<typeof contract.changeInformant>,
) {
  const draft = await lockDraft(act, caseId, assessmentId)
  await updateInformant(act.tx, assessmentId, input)
  return { version: draft.version + 1 }
}
