import { z } from 'zod'
import { dueFacts } from './due-facts.ts'
import type { DueFacts } from './due-facts.ts'
import { scoredAssessment, worseScores } from './worse-scores.ts'

const gathered = dueFacts.omit({ worseScores: true }).extend({ scored: z.array(scoredAssessment) })

/** Reads the facts of a case as the database gathers them; throws ZodError where they do not fit. */
export function readDueFacts(json: unknown): DueFacts {
  const { scored, ...facts } = gathered.parse(json)
  return { ...facts, worseScores: worseScores(scored) }
}
