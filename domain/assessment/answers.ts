import { z } from 'zod'

/** An option of a choice by its key, or what was written instead in an open choice. */
const chosenOption = z.strictObject({ option: z.string().max(1000) })
const otherAnswer = z.strictObject({ other: z.string().max(5000) })

/**
 * One answer: true or false; a figure; a text or an ISO day; a chosen option. Which of these an
 * item takes follows from its type.
 */
export const answerValue = z.union([
  z.boolean(),
  z.number(),
  z.string().max(20_000),
  chosenOption,
  otherAnswer,
])
export type AnswerValue = z.infer<typeof answerValue>

/** Answers by linkId; a question with several answers has several values. */
export const answersSchema = z.record(z.string().max(255), z.array(answerValue).max(100))
export type Answers = Readonly<Record<string, readonly AnswerValue[]>>

/** The answers given to a question; blank text is none. */
export function answersTo(answers: Answers, linkId: string): readonly AnswerValue[] {
  const given = Object.hasOwn(answers, linkId) ? answers[linkId] : undefined
  return (given ?? []).filter((value) => !isBlank(value))
}

function isBlank(value: AnswerValue): boolean {
  const text = typeof value === 'object' && 'other' in value ? value.other : value
  return typeof text === 'string' && text.trim() === ''
}
