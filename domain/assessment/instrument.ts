import { z } from 'zod'
import { dataGroups } from '../access/data-groups.ts'
import { bothLanguages } from '../text/local-text.ts'
import { parseQuestionnaire } from './questionnaire.ts'
import type { Questionnaire } from './questionnaire-model.ts'
import type { ContentFault } from './questionnaire-fault.ts'
import { joinPath, shapeFaults } from './questionnaire-fault.ts'
import type { Scoring } from './scoring.ts'
import { parseScoring } from './scoring.ts'

const instrumentFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.string().min(1),
  /** Short name for lists. */
  name: bothLanguages,
  /** What it is for, in one sentence. */
  purpose: bothLanguages,
  dataGroup: z.enum(dataGroups),
  licence: bothLanguages,
  source: z.string().min(1),
  /** By language, whether the wording was validated in a published study. */
  translation: z.record(z.string(), z.enum(['original', 'validated', 'unvalidated'])),
  questionnaire: z.unknown(),
  scoring: z.unknown().optional(),
})

/** A questionnaire with how it is scored, where its answers belong and what it may be used for. */
export interface Instrument extends Omit<
  z.output<typeof instrumentFile>,
  'questionnaire' | 'scoring'
> {
  questionnaire: Questionnaire
  scoring?: Scoring
}

/** Reads an instrument as `content/instruments` holds it, or lists everything wrong with it. */
export function parseInstrument(
  json: unknown,
):
  | { instrument: Instrument; errors?: undefined }
  | { instrument?: undefined; errors: ContentFault[] } {
  const parsed = instrumentFile.safeParse(json, { reportInput: true })
  if (!parsed.success) return { errors: shapeFaults('', parsed.error.issues) }
  const { questionnaire: fhir, scoring: block, ...rest } = parsed.data
  const { questionnaire, errors } = parseQuestionnaire(fhir)
  if (!questionnaire) return { errors: below('questionnaire', errors) }
  if (block === undefined) return { instrument: { ...rest, questionnaire } }
  const scored = parseScoring(block, questionnaire)
  return scored.scoring
    ? { instrument: { ...rest, questionnaire, scoring: scored.scoring } }
    : { errors: below('scoring', scored.errors) }
}

function below(place: string, faults: readonly ContentFault[]): ContentFault[] {
  return faults.map((fault) => ({
    ...fault,
    path: fault.path === '' ? place : joinPath(place, [fault.path]),
  }))
}
