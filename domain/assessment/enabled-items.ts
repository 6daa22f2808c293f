import type { AnswerValue, Answers } from './answers.ts'
import { answersTo } from './answers.ts'
import type { EnableWhen, Questionnaire, QuestionnaireItem } from './questionnaire-model.ts'
import { eachItem, isQuestion } from './questionnaire-model.ts'

/**
 * The linkIds of the items that are asked, given the answers so far.
 *
 * An item is asked when the item it stands in is asked, when all or any of its conditions hold
 * (`enableBehavior`), and, below a question, once that question has an answer (its help texts show
 * at once). Answers to a question that is not asked count nowhere. Conditions follow FHIR R4
 * questionnaire-enable-operator: `!=` holds when no answer equals the value, so also without any;
 * the other comparisons need one answer that satisfies them.
 */
export function enabledItems(questionnaire: Questionnaire, answers: Answers): ReadonlySet<string> {
  const places = new Map<string, { item: QuestionnaireItem; parent?: QuestionnaireItem }>()
  for (const place of eachItem(questionnaire.items)) places.set(place.item.linkId, place)
  const decided = new Map<string, boolean>()

  const isAsked = (linkId: string): boolean => {
    const known = decided.get(linkId)
    if (known !== undefined) return known
    const place = places.get(linkId)
    const asked = place !== undefined && isReached(place) && conditionsHold(place.item)
    decided.set(linkId, asked)
    return asked
  }
  const isReached = ({ item, parent }: { item: QuestionnaireItem; parent?: QuestionnaireItem }) => {
    if (!parent) return true
    if (!isAsked(parent.linkId)) return false
    return (
      !isQuestion(parent) || item.type === 'display' || answersTo(answers, parent.linkId).length > 0
    )
  }
  const conditionsHold = ({ enableWhen, enableBehavior }: QuestionnaireItem): boolean => {
    if (enableWhen.length === 0) return true
    const holds = (condition: EnableWhen) => {
      const question = places.get(condition.question)?.item
      const counted = isAsked(condition.question) ? answersTo(answers, condition.question) : []
      return question !== undefined && conditionHolds(condition, question, counted)
    }
    return enableBehavior === 'any' ? enableWhen.some(holds) : enableWhen.every(holds)
  }

  return new Set([...places.keys()].filter(isAsked))
}

/** Only the answers to questions that are asked. */
export function countedAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  const asked = enabledItems(questionnaire, answers)
  return Object.fromEntries(
    [...eachItem(questionnaire.items)]
      .map(({ item }) => [item.linkId, answersTo(answers, item.linkId)] as const)
      .filter(([linkId, given]) => asked.has(linkId) && given.length > 0),
  )
}

function conditionHolds(
  { operator, answer }: EnableWhen,
  question: QuestionnaireItem,
  given: readonly AnswerValue[],
): boolean {
  const order = (value: AnswerValue) => compare(comparable(question, value), answer)
  switch (operator) {
    case 'exists':
      return given.length > 0 === answer
    case '=':
      return given.some((value) => order(value) === 0)
    case '!=':
      return !given.some((value) => order(value) === 0)
    case '>':
      return given.some((value) => (order(value) ?? 0) > 0)
    case '<':
      return given.some((value) => (order(value) ?? 0) < 0)
    case '>=':
      return given.some((value) => (order(value) ?? -1) >= 0)
    case '<=':
      return given.some((value) => (order(value) ?? 1) <= 0)
  }
}

/** A chosen whole number is compared as a figure, what was written beside a choice as a text. */
function comparable(question: QuestionnaireItem, value: AnswerValue): EnableWhen['answer'] {
  if (typeof value !== 'object') return value
  if ('other' in value) return value.other.trim()
  return question.options.find(({ key }) => key === value.option)?.integer ?? value
}

/** Less than, equal to or more than zero; nothing when the two cannot be compared. */
function compare(a: EnableWhen['answer'], b: EnableWhen['answer']): number | undefined {
  if (typeof a === 'object' || typeof b === 'object') {
    const same = typeof a === 'object' && typeof b === 'object' && a.option === b.option
    return same ? 0 : undefined
  }
  if (typeof a !== typeof b) return undefined
  return a === b ? 0 : a < b ? -1 : 1
}
