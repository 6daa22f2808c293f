import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import { countedAnswers } from '@peyvand/domain/assessment/enabled-items.ts'
import { differingQuestions } from '@peyvand/domain/assessment/same-answers.ts'
import { whyNotFinish } from '@peyvand/domain/assessment/why-not-finish.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findAssessment, updateCompleted, updateStatus } from './assessment-store.ts'
import { loadInstrument } from './load-instruments.ts'
import { lockDraft } from './lock-draft.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { presentDetail } from './present-assessment.ts'
import { scoreAssessment } from './score-assessment.ts'

/**
 * Scores the answers and closes them to change. An amendment takes the place of what it amends, at
 * the day that was completed.
 */
export async function completeAssessment(
  act: Act,
  caseId: string,
  assessmentId: string,
  input: InputOf<typeof contract.completeAssessment>,
) {
  const { tx } = act
  await lockOpenCase(tx, caseId)
  const draft = await lockDraft(act, caseId, assessmentId)
  if (differingQuestions(draft.answers, input.answers).length > 0) {
    throw new Refused('stale_version', { current: { answers: draft.answers } })
  }
  const instrument = await loadInstrument(tx, draft.instrumentId)
  const why = whyNotFinish(instrument.questionnaire, input)
  if (why) throw new Refused(why.code, why.facts)

  const original = draft.amends
    ? orNotFound(await findAssessment(tx, caseId, draft.amends))
    : undefined
  if (original) await updateStatus(tx, original.id, { status: 'amended' })
  await updateCompleted(tx, assessmentId, {
    answers: countedAnswers(instrument.questionnaire, draft.answers),
    scores: scoreAssessment(instrument, draft),
    clientView: input.clientView,
    clientViewMissing: input.clientView === '' ? input.clientViewMissing : '',
    completedAt: original?.completedAt ?? act.now,
  })
  await refreshDue(act, caseId)
  return await presentDetail(tx, caseId, assessmentId)
}
