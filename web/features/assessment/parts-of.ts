import type { Answers } from '@peyvand/domain/assessment/answers.ts'
import { answersTo } from '@peyvand/domain/assessment/answers.ts'
import { eachItem, isQuestion } from '@peyvand/domain/assessment/questionnaire-model.ts'
import type {
  Questionnaire,
  QuestionnaireItem,
} from '@peyvand/domain/assessment/questionnaire-model.ts'
import type { LocalText } from '@peyvand/domain/text/local-text.ts'

/** What is asked on one page: a group, or questions that stand in none. */
export interface Part {
  key: string
  title: LocalText
  items: readonly QuestionnaireItem[]
}

/** The parts of a form: each group at its top is one, what stands between groups is another. */
export function partsOf({ items }: Questionnaire): Part[] {
  const parts: { key: string; title: LocalText; items: QuestionnaireItem[]; isGroup: boolean }[] =
    []
  for (const item of items) {
    const last = parts.at(-1)
    if (item.type === 'group') {
      parts.push({ key: item.linkId, title: item.text, items: [item], isGroup: true })
    } else if (last && !last.isGroup) last.items.push(item)
    else parts.push({ key: item.linkId, title: {}, items: [item], isGroup: false })
  }
  return parts
}

/** The questions of these items that are asked and shown, in their order. */
export function questionsIn(
  items: readonly QuestionnaireItem[],
  asked: ReadonlySet<string>,
): QuestionnaireItem[] {
  return [...eachItem(items)].flatMap(({ item }) =>
    isQuestion(item) && !item.hidden && asked.has(item.linkId) ? [item] : [],
  )
}

export function countAnswered(items: readonly QuestionnaireItem[], answers: Answers): number {
  return items.filter(({ linkId }) => answersTo(answers, linkId).length > 0).length
}
