import type { AnswerValue, Answers } from './answers.ts'
import { answersTo } from './answers.ts'

/** Whether two answers to one question say the same, in the same order. */
export function sameValues(a: readonly AnswerValue[], b: readonly AnswerValue[]): boolean {
  return a.length === b.length && a.every((value, index) => sameValue(value, b[index]))
}

function sameValue(a: AnswerValue, b: AnswerValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  if ('option' in a) return 'option' in b && a.option === b.option
  return 'other' in b && a.other === b.other
}

/** The questions whose answers differ between two sets; a blank answer and none are the same. */
export function differingQuestions(a: Answers, b: Answers): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (linkId) => !sameValues(answersTo(a, linkId), answersTo(b, linkId)),
  )
}
