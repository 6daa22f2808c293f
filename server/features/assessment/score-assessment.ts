import type { Answers } from '@peyvand/domain/assessment/answers.ts'
import { score } from '@peyvand/domain/assessment/score.ts'
import type { ScoreReader, ScoreReport } from '@peyvand/domain/assessment/score.ts'
import type { ReadInstrument } from './load-instruments.ts'

/** The scores of these answers, or nothing for an instrument that has none. */
export function scoreAssessment(
  { questionnaire, scoring }: ReadInstrument,
  told: { answers: Answers; language: string; sex: string },
): ScoreReport | null {
  if (!scoring) return null
  const { sex, language } = told
  const reader: ScoreReader = sex === 'female' || sex === 'male' ? { language, sex } : { language }
  return score(questionnaire, scoring, told.answers, reader)
}
