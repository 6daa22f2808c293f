import type { Answers } from '@peyvand/domain/assessment/answers.ts'
import { eachItem, isQuestion } from '@peyvand/domain/assessment/questionnaire-model.ts'
import type { Questionnaire } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { score } from '@peyvand/domain/assessment/score.ts'
import type { ScoreReport } from '@peyvand/domain/assessment/score.ts'
import type { Scoring } from '@peyvand/domain/assessment/scoring.ts'
import type { Chance } from './chance.ts'

export interface DemoInstrument {
  id: string
  questionnaire: Questionnaire
  scoring: Scoring
}

/** Answers that come near this many points, scored by the rules themselves. */
export function fillIn(
  { questionnaire, scoring }: DemoInstrument,
  chance: Chance,
  points: number,
  reader: { language: string; sex: 'female' | 'male' },
): { answers: Answers; scores: ScoreReport } {
  const questions = [...eachItem(questionnaire.items)]
    .map(({ item }) => item)
    .filter((item) => isQuestion(item) && item.options.length > 0)
  const answers: Record<string, { option: string }[]> = {}
  let left = points
  for (const [index, item] of questions.entries()) {
    const most = item.options.length - 1
    const share = Math.ceil(left / (questions.length - index))
    // the ninth of PHQ-9 opens the suicide protocol, so here it stays at "not at all"
    const chosen = index === 8 ? 0 : Math.max(0, Math.min(most, share + chance.between(-1, 1)))
    const option = item.options[chosen]
    if (option) answers[item.linkId] = [{ option: option.key }]
    left -= chosen
  }
  return { answers, scores: score(questionnaire, scoring, answers, reader) }
}
