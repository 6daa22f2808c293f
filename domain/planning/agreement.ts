import { z } from 'zod'
import type { Refusal } from '../refusals.ts'
import type { PlanStatus } from './plan-steps.ts'
import { nextPlanSteps } from './plan-steps.ts'

export const goalAnswers = ['accepted', 'with_change', 'refused'] as const

/** What the client said to one goal; `words` as they were said, where it was not a plain yes. */
export const goalAnswer = z.strictObject({
  goalId: z.uuid(),
  answer: z.enum(goalAnswers),
  words: z.string().trim().max(2000).default(''),
})
export type GoalAnswer = z.output<typeof goalAnswer>

/** Where choice meets its limit. */
export const limitKinds = ['danger', 'minor', 'court_order'] as const

export const limit = z.strictObject({
  kind: z.enum(limitKinds),
  /** What is carried out although it was refused, and why. */
  words: z.string().trim().min(1).max(2000),
  decidedBy: z.string().trim().min(1).max(200),
})
export type Limit = z.output<typeof limit>

/** A signature as it was drawn (the path of an SVG of 600 by 200) or typed. */
export const signature = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('drawn'),
    path: z
      .string()
      .regex(/^[MLl0-9 .,-]+$/)
      .max(100_000),
  }),
  z.strictObject({ kind: z.literal('typed'), name: z.string().trim().min(2).max(200) }),
])

export type AgreementAnswer = 'agreed' | 'partly_agreed' | 'refused'

/** The answer to the whole plan that follows from the answers to its goals. */
export function answerToPlan(answers: readonly GoalAnswer[]): AgreementAnswer {
  if (answers.every(({ answer }) => answer === 'accepted')) return 'agreed'
  return answers.every(({ answer }) => answer === 'refused') ? 'refused' : 'partly_agreed'
}

/**
 * Why an answer cannot be recorded: the plan has changed since the page the client saw; a goal has
 * no answer or is not of this plan; a refusal or change stands without the client's own words; it
 * is neither signed nor told in words.
 */
export function whyNotRecordAnswer(facts: {
  status: PlanStatus
  /** Hash of the words the client saw, and of the words now. */
  seenHash: string
  hash: string
  goalIds: readonly string[]
  answers: readonly GoalAnswer[]
  signed: boolean
  words: string
}): Refusal | undefined {
  const { status, goalIds, answers } = facts
  if (!nextPlanSteps(status).includes('record_answer')) {
    return { code: 'plan_step_not_lawful', facts: { status, step: 'record_answer' } }
  }
  if (facts.seenHash !== facts.hash) return { code: 'plan_changed_since' }
  const answered = answers.map(({ goalId }) => goalId)
  const strange = answered.find((goalId) => !goalIds.includes(goalId))
  const unanswered = goalIds.find((goalId) => !answered.includes(goalId))
  if (strange || unanswered || new Set(answered).size < answered.length) {
    return { code: 'goal_unknown', facts: { goalId: strange ?? unanswered } }
  }
  const wordless = answers.find(({ answer, words }) => answer !== 'accepted' && words === '')
  if (wordless) return { code: 'reason_missing', facts: { goalId: wordless.goalId } }
  return !facts.signed && facts.words === ''
    ? { code: 'reason_missing', facts: { field: 'words' } }
    : undefined
}

/**
 * Why a plan cannot be put in force: it is not answered; its words are no longer those the answer
 * was given to; or the client refused it and no limit of choice is named. Refusal never ends the
 * help that is already given: the edition before stays in force.
 */
export function whyNotPutInForce(facts: {
  status: PlanStatus
  hash: string
  /** The newest answer to this edition. */
  agreement: { hash: string; limited: boolean } | undefined
}): Refusal | undefined {
  const { status, hash, agreement } = facts
  if (!nextPlanSteps(status).includes('put_in_force') || !agreement) {
    return { code: 'plan_step_not_lawful', facts: { status, step: 'put_in_force' } }
  }
  if (agreement.hash !== hash) return { code: 'plan_changed_since' }
  return status === 'refused' && !agreement.limited
    ? { code: 'plan_step_not_lawful', facts: { status, step: 'put_in_force' } }
    : undefined
}
