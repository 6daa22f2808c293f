import type { InputOf } from '@peyvand/domain/contract.ts'
import { answersTo } from '@peyvand/domain/assessment/answers.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import { eachItem } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { sameValues } from '@peyvand/domain/assessment/same-answers.ts'
import { whyNotAnswer } from '@peyvand/domain/assessment/why-not-complete.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { updateAnswer } from './assessment-store.ts'
import { loadInstrument } from './load-instruments.ts'
import { lockDraft } from './lock-draft.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'

/** Keeps one answer, unless another device has meanwhile given another one. */
export async function saveAnswer(
  act: Act,
  caseId: string,
  assessmentId: string,
  { linkId, values, was }: InputOf<typeof contract.saveAnswer>,
) {
  await lockOpenCase(act.tx, caseId)
  const draft = await lockDraft(act, caseId, assessmentId)
  const { questionnaire } = await loadInstrument(act.tx, draft.instrumentId)
  const item = [...eachItem(questionnaire.items)].find((each) => each.item.linkId === linkId)?.item
  const fault = item ? whyNotAnswer(item, values) : { linkId, code: 'unknown_item' as const }
  if (fault) throw new Refused('answer_not_valid', { fault })
  const kept = answersTo(draft.answers, linkId)
  if (sameValues(kept, values)) return { version: draft.version }
  if (!sameValues(kept, was)) {
    throw new Refused('stale_version', { current: { linkId, values: kept } })
  }
  await updateAnswer(act.tx, assessmentId, linkId, values)
  return { version: draft.version + 1 }
}
