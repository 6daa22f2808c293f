import { parseQuestionnaire } from '@peyvand/domain/assessment/questionnaire.ts'
import type { Questionnaire } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { parseScoring } from '@peyvand/domain/assessment/scoring.ts'
import type { Scoring } from '@peyvand/domain/assessment/scoring.ts'
import { useMemo } from 'react'

export interface ReadInstrument {
  questionnaire: Questionnaire
  scoring: Scoring | undefined
}

/** The questions and scoring of an instrument, read once; they were checked when it was imported. */
export function useInstrument(given: {
  id: string
  questionnaire: unknown
  scoring: unknown
}): ReadInstrument {
  const { questionnaire, scoring } = given
  return useMemo(() => parseInstrument({ questionnaire, scoring }), [questionnaire, scoring])
}

/** The same outside a component that always has one. */
export function parseInstrument(given: {
  questionnaire: unknown
  scoring: unknown
}): ReadInstrument {
  const { questionnaire } = parseQuestionnaire(given.questionnaire)
  if (!questionnaire) throw new Error('this instrument cannot be read')
  const scoring =
    given.scoring === null ? undefined : parseScoring(given.scoring, questionnaire).scoring
  return { questionnaire, scoring }
}
