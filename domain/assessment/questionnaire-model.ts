import type { LocalText } from '../text/local-text.ts'

/** Kinds of item that are rendered: a part of FHIR R4 Questionnaire.item.type. */
export const itemTypes = [
  'group',
  'display',
  'boolean',
  'integer',
  'decimal',
  'date',
  'string',
  'text',
  'choice',
  'open-choice',
] as const
export type ItemType = (typeof itemTypes)[number]

export interface Coding {
  system?: string
  code: string
  display?: string
}

/** One of the answers offered by a choice. */
export interface AnswerOption {
  /** What an answer names: the code, or the text or figure itself; unique within its item. */
  key: string
  text: LocalText
  coding?: Coding
  /** The figure this option counts for in a score (`ordinalValue` or `itemWeight`). */
  weight?: number
  /** The figure itself, where the option is a whole number. */
  integer?: number
}

/** A condition under which an item is asked. */
export interface EnableWhen {
  /** linkId of the question that decides. */
  question: string
  operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<='
  answer: boolean | number | string | { option: string }
}

export interface QuestionnaireItem {
  linkId: string
  type: ItemType
  text: LocalText
  /** Number or letter shown before the text. */
  prefix?: string
  codes: readonly Coding[]
  required: boolean
  /** More than one answer may be given. */
  repeats: boolean
  readOnly: boolean
  hidden: boolean
  /** Hint how to show it, such as `help`, `drop-down`, `slider`. */
  control?: string
  unit?: LocalText
  /** Most letters of a text. */
  maxLength?: number
  /** Smallest and largest answer: a figure, or an ISO day. */
  least?: number | string
  most?: number | string
  /** Fewest and most answers of an item that repeats. */
  fewestAnswers?: number
  mostAnswers?: number
  options: readonly AnswerOption[]
  enableWhen: readonly EnableWhen[]
  enableBehavior: 'all' | 'any'
  items: readonly QuestionnaireItem[]
}

/** A questionnaire as it is shown, answered and scored; made from FHIR by `parseQuestionnaire`. */
export interface Questionnaire {
  url?: string
  version?: string
  name?: string
  status: 'draft' | 'active' | 'retired' | 'unknown'
  title: LocalText
  description: LocalText
  copyright: LocalText
  codes: readonly Coding[]
  /** Languages in which the title or a question is written. */
  languages: readonly string[]
  items: readonly QuestionnaireItem[]
}

/** Every item with the items it stands in, parents before children. */
export function* eachItem(
  items: readonly QuestionnaireItem[],
  parent?: QuestionnaireItem,
): Generator<{ item: QuestionnaireItem; parent?: QuestionnaireItem }> {
  for (const item of items) {
    yield parent ? { item, parent } : { item }
    yield* eachItem(item.items, item)
  }
}

/** Whether an item asks for an answer of its own. */
export function isQuestion(item: QuestionnaireItem): boolean {
  return item.type !== 'group' && item.type !== 'display'
}
