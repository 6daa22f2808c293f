import { extensionUrls, findExtension, readCodings, readLocalText } from './fhir-extensions.ts'
import type { FhirExtension, FhirItem } from './fhir-questionnaire.ts'
import { fhirItem } from './fhir-questionnaire.ts'
import type { AnswerOption, ItemType, QuestionnaireItem } from './questionnaire-model.ts'
import { itemTypes } from './questionnaire-model.ts'
import type { ContentFault, FaultCode } from './questionnaire-fault.ts'
import { joinPath, shapeFaults } from './questionnaire-fault.ts'
import { readAnswerOptions, readContainedOptions } from './read-answer-options.ts'

/** An item whose conditions are not yet tied to the questions they ask about. */
export interface DraftItem extends Omit<QuestionnaireItem, 'enableWhen' | 'items'> {
  path: string
  rawConditions: readonly unknown[]
  statesBehavior: boolean
  items: DraftItem[]
}

export interface ReadingContext {
  /** Language of texts that name none. */
  language: string
  contained: readonly unknown[]
  errors: ContentFault[]
}

const mostItems = 2000
const deepestLevel = 12

// FHIR item types that exist but have no field to render them in.
const otherFhirTypes = [
  'dateTime',
  'time',
  'url',
  'attachment',
  'reference',
  'quantity',
  'question',
]

/** Reads the items of a questionnaire with all beneath them, adding every fault to `errors`. */
export function readQuestionnaireItems(
  list: readonly unknown[],
  context: ReadingContext,
): DraftItem[] {
  const known = new Map<string, string>()
  let count = 0

  const readList = (raws: readonly unknown[], base: string, level: number): DraftItem[] =>
    raws.flatMap((raw, index) => {
      const path = joinPath(base, ['item', index])
      count += 1
      if (count === mostItems + 1) fault(context, path, 'too_many_items', String(mostItems))
      if (count > mostItems) return []
      if (level > deepestLevel) {
        fault(context, path, 'too_deep', String(deepestLevel))
        return []
      }
      const fhir = readShape(raw, path, context)
      if (!fhir) return []
      if (fhir.linkId !== undefined) noteLinkId(fhir.linkId, path)
      const items = readList(fhir.item ?? [], path, level + 1)
      return readItem(fhir, items, path, context)
    })

  const noteLinkId = (linkId: string, path: string) => {
    const before = known.get(linkId)
    if (
      linkId.trim() !== linkId ||
      linkId === '' ||
      linkId.length > 255 ||
      linkId === '__proto__'
    ) {
      fault(context, `${path}.linkId`, 'link_id_not_usable', linkId.slice(0, 60))
    } else if (before !== undefined) {
      fault(context, `${path}.linkId`, 'duplicate_link_id', linkId)
    }
    known.set(linkId, path)
  }

  return readList(list, '', 1)
}

function fault(context: ReadingContext, path: string, code: FaultCode, detail = '') {
  context.errors.push({ path, code, detail })
}

/** The item as far as its parts have the right shape, so that one fault does not hide the next. */
function readShape(
  raw: unknown,
  path: string,
  context: ReadingContext,
): Partial<FhirItem> | undefined {
  const parsed = fhirItem.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  context.errors.push(...shapeFaults(path, parsed.error.issues))
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const faulty = new Set(parsed.error.issues.map((issue) => issue.path[0]))
  const sound = Object.fromEntries(Object.entries(raw).filter(([key]) => !faulty.has(key)))
  return fhirItem.partial().safeParse(sound).data
}

function readItem(
  fhir: Partial<FhirItem>,
  items: DraftItem[],
  path: string,
  context: ReadingContext,
): DraftItem[] {
  const type = readType(fhir.type, path, context)
  if (fhir.modifierExtension?.length) fault(context, path, 'modifier_extension')
  if (!type || fhir.linkId === undefined) return items

  const isChoice = type === 'choice' || type === 'open-choice'
  const text = readLocalText(fhir.text, fhir._text, context.language, () => {
    fault(context, `${path}.text`, 'translation_without_language')
  })
  if (type !== 'group' && Object.keys(text).length === 0) {
    fault(context, `${path}.text`, 'text_missing', fhir.linkId)
  }
  if (type === 'group' && (fhir.item ?? []).length === 0) {
    fault(context, path, 'empty_group', fhir.linkId)
  }
  if (type === 'group' && fhir.repeats) fault(context, path, 'repeating_group', fhir.linkId)
  if (type === 'display' && (fhir.item ?? []).length > 0) {
    fault(context, path, 'display_with_items', fhir.linkId)
  }
  if (!isChoice && (fhir.answerOption || fhir.answerValueSet)) {
    fault(context, path, 'answer_option_on_wrong_type', type)
  }

  const extension = (url: string): FhirExtension | undefined => findExtension(fhir.extension, url)
  const least = readLimit(extension(extensionUrls.minValue))
  const most = readLimit(extension(extensionUrls.maxValue))
  if (least !== undefined && most !== undefined && least > most) {
    fault(context, path, 'range_reversed', `${least} > ${most}`)
  }
  const control = extension(extensionUrls.itemControl)?.valueCodeableConcept?.coding?.[0]?.code
  const unit = extension(extensionUrls.unit)?.valueCoding
  const fewestAnswers = extension(extensionUrls.minOccurs)?.valueInteger
  const mostAnswers = extension(extensionUrls.maxOccurs)?.valueInteger
  return [
    {
      path,
      linkId: fhir.linkId,
      type,
      text,
      ...(fhir.prefix && { prefix: fhir.prefix }),
      codes: readCodings(fhir.code),
      required: (fhir.required ?? false) && type !== 'group' && type !== 'display',
      repeats: fhir.repeats ?? false,
      readOnly: fhir.readOnly ?? false,
      hidden: extension(extensionUrls.hidden)?.valueBoolean ?? false,
      ...(control && { control }),
      ...(unit && {
        unit: readLocalText(unit.display ?? unit.code, unit._display, context.language, () => {
          fault(context, `${path}.extension`, 'translation_without_language')
        }),
      }),
      ...(fhir.maxLength !== undefined && { maxLength: fhir.maxLength }),
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
      ...(fewestAnswers !== undefined && { fewestAnswers }),
      ...(mostAnswers !== undefined && { mostAnswers }),
      options: isChoice ? readOptions(fhir, path, context) : [],
      rawConditions: fhir.enableWhen ?? [],
      statesBehavior: fhir.enableBehavior !== undefined,
      enableBehavior: fhir.enableBehavior ?? 'all',
      items,
    },
  ]
}

function readType(
  type: string | undefined,
  path: string,
  context: ReadingContext,
): ItemType | undefined {
  if (type === undefined) return undefined
  const known = itemTypes.find((name) => name === type)
  if (!known) {
    const code = otherFhirTypes.includes(type) ? 'item_type_not_supported' : 'unknown_item_type'
    fault(context, `${path}.type`, code, type.slice(0, 60))
  }
  return known
}

function readLimit(extension: FhirExtension | undefined): number | string | undefined {
  return extension?.valueInteger ?? extension?.valueDecimal ?? extension?.valueDate
}

function readOptions(
  fhir: Partial<FhirItem>,
  path: string,
  context: ReadingContext,
): AnswerOption[] {
  if (fhir.answerValueSet !== undefined) {
    return readContainedOptions(fhir.answerValueSet, `${path}.answerValueSet`, context)
  }
  if (!fhir.answerOption?.length) {
    fault(context, `${path}.answerOption`, 'no_answer_option', fhir.linkId)
    return []
  }
  return readAnswerOptions(fhir.answerOption, path, context)
}
