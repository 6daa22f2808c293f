import type { LocalText } from '../text/local-text.ts'
import { readLocalText, readWeight } from './fhir-extensions.ts'
import type { FhirExtension } from './fhir-questionnaire.ts'
import { fhirAnswerOption, fhirContainedValueSet } from './fhir-questionnaire.ts'
import type { AnswerOption } from './questionnaire-model.ts'
import { joinPath, shapeFaults } from './questionnaire-fault.ts'
import type { ReadingContext } from './read-questionnaire-item.ts'

interface Unkeyed {
  path: string
  /** The text or figure itself, where the option has no code. */
  literal?: string
  option: Omit<AnswerOption, 'key'>
}

/** Reads the options listed on a choice, adding every fault to the context's errors. */
export function readAnswerOptions(
  raws: readonly unknown[],
  base: string,
  context: ReadingContext,
): AnswerOption[] {
  return withKeys(
    raws.flatMap((raw, index) => readOption(raw, joinPath(base, ['answerOption', index]), context)),
    context,
  )
}

function readOption(raw: unknown, path: string, context: ReadingContext): Unkeyed[] {
  const parsed = fhirAnswerOption.safeParse(raw, { reportInput: true })
  if (!parsed.success) {
    context.errors.push(...shapeFaults(path, parsed.error.issues))
    return []
  }
  const { valueCoding, valueString, _valueString, valueInteger, extension } = parsed.data
  if (valueCoding?.code !== undefined) {
    const weight = readWeight({ extension }, valueCoding)
    const { system, code, display, _display } = valueCoding
    const option = {
      text: textOr(code, display, _display, path, context),
      coding: { ...(system && { system }), code, ...(display && { display }) },
      ...(weight !== undefined && { weight }),
    }
    return [{ path, option }]
  }
  const weight = readWeight({ extension })
  if (valueString !== undefined) {
    const text = textOr(valueString, valueString, _valueString, path, context)
    return [
      { path, literal: valueString, option: { text, ...(weight !== undefined && { weight }) } },
    ]
  }
  if (valueInteger !== undefined) {
    const literal = String(valueInteger)
    const text = { [context.language]: literal }
    const option = { text, integer: valueInteger, weight: weight ?? valueInteger }
    return [{ path, literal, option }]
  }
  const kind = Object.keys(parsed.data).find((key) => key.startsWith('value')) ?? ''
  context.errors.push({ path, code: 'answer_option_not_supported', detail: kind })
  return []
}

/** Options from a value set that the questionnaire carries in itself (`#id`). */
export function readContainedOptions(
  reference: string,
  path: string,
  context: ReadingContext,
): AnswerOption[] {
  const found = context.contained
    .map((raw) => fhirContainedValueSet.safeParse(raw).data)
    .find((valueSet) => valueSet !== undefined && `#${valueSet.id}` === reference)
  const concepts = [
    ...(found?.expansion?.contains ?? []),
    ...(found?.expansion
      ? []
      : (found?.compose?.include ?? []).flatMap(({ system, concept }) =>
          (concept ?? []).map((one) => ({ ...one, system: one.system ?? system })),
        )),
  ]
  if (concepts.length === 0) {
    context.errors.push({ path, code: 'answer_value_set_not_contained', detail: reference })
    return []
  }
  return withKeys(
    concepts.map(({ system, code, display, _display, extension }) => {
      const weight = readWeight({ extension })
      const option = {
        text: textOr(code, display, _display, path, context),
        coding: { ...(system && { system }), code, ...(display && { display }) },
        ...(weight !== undefined && { weight }),
      }
      return { path, option }
    }),
    context,
  )
}

function textOr(
  fallback: string,
  display: string | undefined,
  element: { extension?: FhirExtension[] } | undefined,
  path: string,
  context: ReadingContext,
): LocalText {
  const text = readLocalText(display, element, context.language, () => {
    context.errors.push({ path, code: 'translation_without_language', detail: fallback })
  })
  return Object.keys(text).length > 0 ? text : { [context.language]: fallback }
}

/** A code is the key; where two systems share one code within an item, `system|code`. */
function withKeys(options: Unkeyed[], context: ReadingContext): AnswerOption[] {
  const plain = options.map(({ literal, option }) => literal ?? option.coding?.code ?? '')
  const seen = new Set<string>()
  return options.map(({ path, option }, index) => {
    const code = plain[index] ?? ''
    const shared = plain.indexOf(code) !== plain.lastIndexOf(code)
    const key = shared && option.coding?.system ? `${option.coding.system}|${code}` : code
    if (seen.has(key)) {
      context.errors.push({ path, code: 'duplicate_answer_option', detail: key })
    }
    seen.add(key)
    return { key, ...option }
  })
}
