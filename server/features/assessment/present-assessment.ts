import type { Answers } from '@peyvand/domain/assessment/answers.ts'
import { countedAnswers, enabledItems } from '@peyvand/domain/assessment/enabled-items.ts'
import { eachItem, isQuestion } from '@peyvand/domain/assessment/questionnaire-model.ts'
import type { Questionnaire } from '@peyvand/domain/assessment/questionnaire-model.ts'
import type { ScoreReport } from '@peyvand/domain/assessment/score.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { findAssessment, listEarlier, listProposalAnswers } from './assessment-store.ts'
import type { AssessmentRow } from './assessment-store.ts'
import { findInstrument } from './instrument-store.ts'
import type { ReadInstrument } from './load-instruments.ts'
import { loadInstrument } from './load-instruments.ts'
import { scoreAssessment } from './score-assessment.ts'

/** The outline of an assessment; of a draft no score leaves, only the protocols it opened. */
export function presentSummary(row: AssessmentRow, instrument: ReadInstrument) {
  const live: ScoreReport | null =
    row.status === 'draft' ? scoreAssessment(instrument, row) : row.scores
  return {
    id: row.id,
    instrument: {
      id: row.instrumentId,
      code: row.code,
      edition: row.edition,
      titleFa: row.titleFa,
      titleEn: row.titleEn,
      translation: row.translation,
    },
    dataGroup: row.dataGroup,
    person: { id: row.personId, givenName: row.givenName, familyName: row.familyName },
    informant: row.informant,
    informantName: row.informantName,
    language: row.language,
    status: row.status,
    ...countAnswered(instrument.questionnaire, row.answers),
    scores: row.scores,
    protocol: {
      opened: [...new Set((live?.flags ?? []).map(({ protocol }) => protocol))],
      words: row.protocolWords,
      at: row.protocolAt,
      byName: row.protocolByName,
    },
    startedAt: row.startedAt,
    completedAt: row.completedAt,
    byName: row.byName,
    amends: row.amends,
    version: row.version,
  }
}

function countAnswered(questionnaire: Questionnaire, answers: Answers) {
  const asked = enabledItems(questionnaire, answers)
  const counted = countedAnswers(questionnaire, answers)
  const questions = [...eachItem(questionnaire.items)].filter(
    ({ item }) => isQuestion(item) && !item.hidden && !item.readOnly && asked.has(item.linkId),
  )
  return {
    asked: questions.length,
    answered: questions.filter(({ item }) => Object.hasOwn(counted, item.linkId)).length,
  }
}

/** One assessment whole, as the renderer and the reading view need it. */
export async function presentDetail(tx: Transaction, caseId: string, assessmentId: string) {
  const row = orNotFound(await findAssessment(tx, caseId, assessmentId))
  const read = await loadInstrument(tx, row.instrumentId)
  const answered = await listProposalAnswers(tx, caseId, assessmentId)
  return {
    ...presentSummary(row, read),
    instrument: orNotFound(await findInstrument(tx, row.instrumentId)),
    answers: row.answers,
    clientView: row.clientView,
    clientViewMissing: row.clientViewMissing,
    amendReason: row.amendReason,
    errorReason: row.errorReason,
    amendedBy: row.amendedBy,
    sex: row.sex,
    proposals: (row.scores?.proposals ?? []).map(({ id, need, because }) => {
      const known = answered.find(({ rule }) => rule === id)
      return {
        rule: id,
        ...need,
        because,
        needId: known?.needId ?? null,
        declinedReason: known?.declinedReason ?? '',
      }
    }),
    earlier: await listEarlier(tx, caseId, row),
  }
}
