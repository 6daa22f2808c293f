import { whyNotDay } from '../calendar/day.ts'
import type { AnswerValue, Answers } from './answers.ts'
import { answersTo } from './answers.ts'
import { enabledItems } from './enabled-items.ts'
import type { Questionnaire, QuestionnaireItem } from './questionnaire-model.ts'
import { eachItem, isQuestion } from './questionnaire-model.ts'

/** What is wrong with the answers to one item, with the limit that was passed. */
export type AnswerFault = { linkId: string } & (
  | {
      code:
        | 'required'
        | 'unknown_item'
        | 'wrong_type'
        | 'not_whole'
        | 'not_an_option'
        | 'no_such_day'
        | 'given_twice'
    }
  | { code: 'too_small' | 'too_large' | 'too_long'; limit: number | string }
  | { code: 'too_few_answers' | 'too_many_answers'; limit: number }
)

/**
 * Everything that keeps the answers from being complete, item by item in the order of the form, or
 * nothing. Items that are not asked are not looked at.
 */
export function whyNotComplete(
  questionnaire: Questionnaire,
  answers: Answers,
): AnswerFault[] | undefined {
  const asked = enabledItems(questionnaire, answers)
  const items = [...eachItem(questionnaire.items)].map(({ item }) => item)
  const questions = new Set(items.filter(isQuestion).map(({ linkId }) => linkId))
  const faults = [
    ...items
      .filter((item) => asked.has(item.linkId) && questions.has(item.linkId))
      .flatMap((item) => whyNotAnswered(item, answersTo(answers, item.linkId)) ?? []),
    ...Object.keys(answers)
      .filter((linkId) => !questions.has(linkId))
      .map((linkId): AnswerFault => ({ linkId, code: 'unknown_item' })),
  ]
  return faults.length > 0 ? faults : undefined
}

function whyNotAnswered(
  item: QuestionnaireItem,
  given: readonly AnswerValue[],
): AnswerFault | undefined {
  if (given.length === 0) {
    const mayStayEmpty = !item.required || item.readOnly || item.hidden
    return mayStayEmpty ? undefined : { linkId: item.linkId, code: 'required' }
  }
  if (item.fewestAnswers !== undefined && given.length < item.fewestAnswers) {
    return { linkId: item.linkId, code: 'too_few_answers', limit: item.fewestAnswers }
  }
  return whyNotAnswer(item, given)
}

/** Why these values cannot be answers to an item, or nothing; an empty answer can always be kept. */
export function whyNotAnswer(
  item: QuestionnaireItem,
  given: readonly AnswerValue[],
): AnswerFault | undefined {
  const { linkId } = item
  if (!isQuestion(item)) return { linkId, code: 'unknown_item' }
  const limit = item.repeats ? item.mostAnswers : 1
  if (limit !== undefined && given.length > limit) {
    return { linkId, code: 'too_many_answers', limit }
  }
  const options = given.flatMap((value) =>
    typeof value === 'object' && 'option' in value ? [value.option] : [],
  )
  if (new Set(options).size < options.length) return { linkId, code: 'given_twice' }
  for (const value of given) {
    const fault = whyNotValue(item, value)
    if (fault) return { linkId, ...fault }
  }
  return undefined
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
type ValueFault = DistributiveOmit<AnswerFault, 'linkId'>

function whyNotValue(item: QuestionnaireItem, value: AnswerValue): ValueFault | undefined {
  switch (item.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : { code: 'wrong_type' }
    case 'integer':
    case 'decimal':
      if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'wrong_type' }
      if (item.type === 'integer' && !Number.isSafeInteger(value)) return { code: 'not_whole' }
      return whyNotInRange(item, value)
    case 'date':
      if (typeof value !== 'string') return { code: 'wrong_type' }
      return whyNotDay(value) ? { code: 'no_such_day' } : whyNotInRange(item, value)
    case 'string':
    case 'text':
      return typeof value === 'string' ? whyNotThatLong(item, value) : { code: 'wrong_type' }
    case 'choice':
    case 'open-choice':
      if (typeof value !== 'object') return { code: 'wrong_type' }
      if ('other' in value) {
        return item.type === 'open-choice'
          ? whyNotThatLong(item, value.other)
          : { code: 'not_an_option' }
      }
      return item.options.some(({ key }) => key === value.option)
        ? undefined
        : { code: 'not_an_option' }
    case 'group':
    case 'display':
      return { code: 'unknown_item' }
  }
}

function whyNotInRange(
  { least, most }: QuestionnaireItem,
  value: number | string,
): ValueFault | undefined {
  if (typeof least === typeof value && least !== undefined && value < least) {
    return { code: 'too_small', limit: least }
  }
  if (typeof most === typeof value && most !== undefined && value > most) {
    return { code: 'too_large', limit: most }
  }
  return undefined
}

function whyNotThatLong({ maxLength }: QuestionnaireItem, text: string): ValueFault | undefined {
  return maxLength !== undefined && text.length > maxLength
    ? { code: 'too_long', limit: maxLength }
    : undefined
}
