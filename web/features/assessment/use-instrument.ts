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
  const { questionnaire: fhir, scoring: block } = given
  return useMemo(() => {
    const { questionnaire } = parseQuestionnaire(fhir)
    if (!questionnaire) throw new Error('this instrument cannot be read')
    const scoring = block === null ? undefined : parseScoring(block, questionnaire).scoring
    return { questionnaire, scoring }
  }, [fhir, block])
}
