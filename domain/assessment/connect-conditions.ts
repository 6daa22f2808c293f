import type { FhirCoding, FhirEnableWhen } from './fhir-questionnaire.ts'
import { fhirEnableWhen } from './fhir-questionnaire.ts'
import type { EnableWhen, QuestionnaireItem } from './questionnaire-model.ts'
import type { ContentFault, FaultCode } from './questionnaire-fault.ts'
import { joinPath, shapeFaults } from './questionnaire-fault.ts'
import type { DraftItem } from './read-questionnaire-item.ts'

type Answer = EnableWhen['answer']

/**
 * Ties every condition to the question it asks about and checks that it can be asked: the question
 * exists, the operator and answer fit its type, the option is offered, and no item waits for itself.
 */
export function connectConditions(
  drafts: readonly DraftItem[],
  errors: ContentFault[],
): QuestionnaireItem[] {
  const all = new Map<string, DraftItem>()
  const parents = new Map<string, string>()
  const gather = (items: readonly DraftItem[], parent?: string) => {
    for (const item of items) {
      if (!all.has(item.linkId)) all.set(item.linkId, item)
      if (parent !== undefined) parents.set(item.linkId, parent)
      gather(item.items, item.linkId)
    }
  }
  gather(drafts)

  const waitsFor = new Map<string, string[]>()
  const connect = (draft: DraftItem): QuestionnaireItem => {
    const { path, rawConditions, statesBehavior, items, ...item } = draft
    const enableWhen = rawConditions.flatMap((raw, index) =>
      readCondition(raw, joinPath(path, ['enableWhen', index]), all, errors),
    )
    if (rawConditions.length > 1 && !statesBehavior) {
      errors.push({ path, code: 'enable_behavior_missing', detail: item.linkId })
    }
    const parent = parents.get(item.linkId)
    waitsFor.set(item.linkId, [
      ...enableWhen.map(({ question }) => question),
      ...(parent === undefined ? [] : [parent]),
    ])
    return { ...item, enableWhen, items: items.map(connect) }
  }
  const connected = drafts.map(connect)
  for (const circle of findCircles(waitsFor)) {
    const path = all.get(circle[0] ?? '')?.path ?? ''
    const detail = [...circle, circle[0]].join(' → ')
    errors.push({ path: `${path}.enableWhen`, code: 'enable_when_cycle', detail })
  }
  return connected
}

function readCondition(
  raw: unknown,
  path: string,
  all: ReadonlyMap<string, DraftItem>,
  errors: ContentFault[],
): EnableWhen[] {
  const parsed = fhirEnableWhen.safeParse(raw, { reportInput: true })
  if (!parsed.success) {
    errors.push(...shapeFaults(path, parsed.error.issues))
    return []
  }
  const { question: linkId, operator } = parsed.data
  const refuse = (code: FaultCode, detail: string): [] => {
    errors.push({ path, code, detail })
    return []
  }
  const question = all.get(linkId)
  if (!question) return refuse('dangling_enable_when', linkId)
  if (question.type === 'group' || question.type === 'display') {
    return refuse('enable_when_on_group', linkId)
  }
  const given = Object.keys(parsed.data).filter((key) => /^answer[A-Z]/.test(key))
  if (given.length !== 1) return refuse('enable_when_answer_missing', given.join(', '))

  if (operator === 'exists') {
    const { answerBoolean } = parsed.data
    if (answerBoolean === undefined) return refuse('enable_when_answer_type', String(given[0]))
    return [{ question: linkId, operator, answer: answerBoolean }]
  }
  const answer = readAnswer(question, parsed.data)
  if (answer === 'wrong_type') return refuse('enable_when_answer_type', String(given[0]))
  if (answer === 'unknown_option') {
    const { answerString, answerInteger, answerCoding } = parsed.data
    const option = answerCoding?.code ?? answerString ?? String(answerInteger)
    return refuse('enable_when_option_unknown', option)
  }
  const ordered = typeof answer.value === 'number' || question.type === 'date'
  if (operator !== '=' && operator !== '!=' && !ordered) {
    return refuse('enable_when_operator', operator)
  }
  return [{ question: linkId, operator, answer: answer.value }]
}

function readAnswer(
  question: DraftItem,
  condition: FhirEnableWhen,
): { value: Answer } | 'wrong_type' | 'unknown_option' {
  const { answerBoolean, answerDate, answerString, answerCoding, answerInteger } = condition
  const figure = condition.answerDecimal ?? answerInteger
  const or = (value: Answer | undefined) => (value === undefined ? 'wrong_type' : { value })
  switch (question.type) {
    case 'boolean':
      return or(answerBoolean)
    case 'integer':
    case 'decimal':
      return or(figure)
    case 'date':
      return or(answerDate)
    case 'string':
    case 'text':
      return or(answerString)
    case 'choice':
    case 'open-choice': {
      if (answerCoding) return optionOf(question, answerCoding)
      if (answerInteger !== undefined && question.options.some((o) => o.integer !== undefined)) {
        return { value: answerInteger }
      }
      if (answerString === undefined) return 'wrong_type'
      if (question.options.some((option) => option.key === answerString && !option.coding)) {
        return { value: { option: answerString } }
      }
      return question.type === 'open-choice' ? { value: answerString } : 'unknown_option'
    }
    case 'group':
    case 'display':
      return 'wrong_type'
  }
}

/** A coding without a system is taken to mean the option with that code. */
function optionOf(
  question: DraftItem,
  { system, code }: FhirCoding,
): { value: Answer } | 'unknown_option' {
  const option = question.options.find(
    ({ coding }) =>
      coding?.code === code &&
      (system === undefined || coding?.system === undefined || coding.system === system),
  )
  return option ? { value: { option: option.key } } : 'unknown_option'
}

/** Each circle of items that wait for one another, once. */
function findCircles(waitsFor: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (linkId: string) => {
    const at = path.indexOf(linkId)
    if (at !== -1) {
      circles.push(path.slice(at))
      return
    }
    if (done.has(linkId)) return
    path.push(linkId)
    for (const next of waitsFor.get(linkId) ?? []) visit(next)
    path.pop()
    done.add(linkId)
  }
  for (const linkId of waitsFor.keys()) visit(linkId)
  return circles
}
