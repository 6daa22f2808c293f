import { z } from 'zod'
import type { ContentFault } from '../assessment/questionnaire-fault.ts'
import { shapeFaults } from '../assessment/questionnaire-fault.ts'
import { bothLanguages } from '../text/local-text.ts'
import { elements } from './levels.ts'

/** Sections a plan may have; an empty one says "none" and why. */
export const planSections = [
  'intervention',
  'treatment',
  'rehabilitation',
  'crisis',
  'safety_plan',
  'maintenance',
  'behaviour_plan',
] as const
export type PlanSection = (typeof planSections)[number]

/** What a practice model can ask for; left out, it asks for a reason and locks nothing. */
const practiceSteps = [
  'screening',
  'formulation',
  'treatment_goals',
  'session_notes',
  'licensed_therapy',
  'needs_screening',
  'referral_or_reason_per_need',
  'options_and_choice',
  'strengths_assessment',
  'goals_in_client_words',
  'goal_rests_on_strength',
  'life_skills',
  'support_network',
  'self_advocacy',
  'interprofessional_team',
] as const

const instrumentId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A way of working, as data: an agency copies and edits it, and each edition has its first day. */
const practiceModel = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: bothLanguages,
  emphasis: bothLanguages,
  /** Days after which a contact, or a review, is due. */
  contactEveryDays: z.int().positive(),
  reviewEveryDays: z.int().positive(),
  /** Points a case counts for in the workload. */
  weight: z.int().positive(),
  goalsWrittenBy: z.enum(['client', 'worker', 'both']),
  asksFor: z.array(
    z.strictObject({
      step: z.enum(practiceSteps),
      element: z.enum(elements),
      name: bothLanguages,
      /** Days from the opening of the case; absent where it belongs to the whole work. */
      withinDays: z.int().positive().optional(),
      /** Any of these instruments will do. */
      instruments: z.array(instrumentId).min(1).optional(),
    }),
  ),
  planSections: z.array(z.enum(planSections)).min(1),
  /** Instruments repeated at each review, and `goal_attainment`. */
  measures: z.array(z.union([z.literal('goal_attainment'), instrumentId])),
})
export type PracticeModel = z.output<typeof practiceModel>

/** Reads a list of practice models, or names everything wrong with it. */
export function parsePracticeModels(
  json: unknown,
):
  { models: PracticeModel[]; errors?: undefined } | { models?: undefined; errors: ContentFault[] } {
  const parsed = z.array(practiceModel).min(1).safeParse(json, { reportInput: true })
  if (!parsed.success) return { errors: shapeFaults('', parsed.error.issues) }
  const twice = (path: string, values: readonly string[]): ContentFault[] =>
    values.flatMap((value, index) =>
      values.indexOf(value) < index
        ? [{ path: `${path}[${index}]`, code: 'duplicate_id' as const, detail: value }]
        : [],
    )
  const errors = [
    ...twice(
      '',
      parsed.data.map(({ code }) => code),
    ),
    ...parsed.data.flatMap((model, index) => [
      ...twice(
        `[${index}].asksFor`,
        model.asksFor.map(({ step }) => step),
      ),
      ...twice(`[${index}].planSections`, model.planSections),
    ]),
  ]
  return errors.length > 0 ? { errors } : { models: parsed.data }
}
