import type { LocalText } from '../text/local-text.ts'
import type { FhirCoding, FhirExtension } from './fhir-questionnaire.ts'
import type { Coding } from './questionnaire-model.ts'

const base = 'http://hl7.org/fhir/StructureDefinition/'

export const extensionUrls = {
  translation: `${base}translation`,
  ordinalValue: `${base}ordinalValue`,
  itemWeight: `${base}itemWeight`,
  valueSetOrdinal: `${base}valueset-ordinalValue`,
  minValue: `${base}minValue`,
  maxValue: `${base}maxValue`,
  minOccurs: `${base}questionnaire-minOccurs`,
  maxOccurs: `${base}questionnaire-maxOccurs`,
  hidden: `${base}questionnaire-hidden`,
  unit: `${base}questionnaire-unit`,
  itemControl: `${base}questionnaire-itemControl`,
} as const

interface Element {
  extension?: FhirExtension[]
}

export function findExtension(
  extensions: readonly FhirExtension[] | undefined,
  ...urls: string[]
): FhirExtension | undefined {
  return extensions?.find(({ url }) => urls.includes(url))
}

/** The primary part of a language tag, in lower case: `fa` of `fa-IR`. */
export function primaryLanguage(tag: string | undefined): string | undefined {
  return /^([a-z]{2,3})(?:-|$)/.exec(tag?.toLowerCase() ?? '')?.[1]
}

/**
 * A text and its translations by language. Translations that name no language are not read;
 * `onUnusable` is told of each.
 */
export function readLocalText(
  text: string | undefined,
  element: Element | undefined,
  language: string,
  onUnusable: () => void,
): LocalText {
  const texts: Record<string, string> = {}
  if (text?.trim()) texts[language] = text
  for (const { url, extension } of element?.extension ?? []) {
    if (url !== extensionUrls.translation) continue
    const tag = primaryLanguage(findExtension(extension, 'lang')?.valueCode)
    const content = findExtension(extension, 'content')
    const translated = content?.valueString ?? content?.valueMarkdown
    if (tag === undefined || !translated?.trim()) onUnusable()
    else texts[tag] = translated
  }
  return texts
}

/** The figure an option counts for, on the option or on its coding. */
export function readWeight(...elements: (Element | undefined)[]): number | undefined {
  for (const element of elements) {
    const found = findExtension(
      element?.extension,
      extensionUrls.ordinalValue,
      extensionUrls.itemWeight,
      extensionUrls.valueSetOrdinal,
    )
    const weight = found?.valueDecimal ?? found?.valueInteger
    if (weight !== undefined) return weight
  }
  return undefined
}

export function readCodings(codings: readonly FhirCoding[] | undefined): Coding[] {
  return (codings ?? []).flatMap(({ system, code, display }) =>
    code === undefined ? [] : [{ ...(system && { system }), code, ...(display && { display }) }],
  )
}
