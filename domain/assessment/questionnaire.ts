import { connectConditions } from './connect-conditions.ts'
import { primaryLanguage, readCodings, readLocalText } from './fhir-extensions.ts'
import { fhirQuestionnaire } from './fhir-questionnaire.ts'
import { deepestNesting, isNestedDeeper } from './nested-deeper.ts'
import type { Questionnaire } from './questionnaire-model.ts'
import { eachItem, isQuestion } from './questionnaire-model.ts'
import type { ContentFault } from './questionnaire-fault.ts'
import { shapeFaults } from './questionnaire-fault.ts'
import { readQuestionnaireItems } from './read-questionnaire-item.ts'

export type ParsedQuestionnaire =
  | { questionnaire: Questionnaire; errors?: undefined }
  | { questionnaire?: undefined; errors: ContentFault[] }

/**
 * Reads a FHIR R4 Questionnaire (parsed JSON) into the form that is shown, answered and scored, or
 * lists everything that stands in the way, each with its place in the file.
 *
 * What is read: groups, display texts, boolean, integer, decimal, date, string, text, choice and
 * open-choice with options listed or in a contained value set; required, repeats, ranges; enableWhen
 * with all operators and both behaviours; weights of options; the translation extension. Texts
 * without a language of their own are in the questionnaire's `language`, or in English.
 */
export function parseQuestionnaire(json: unknown): ParsedQuestionnaire {
  if (isNestedDeeper(json, deepestNesting)) {
    return { errors: [{ path: '', code: 'too_deep', detail: String(deepestNesting) }] }
  }
  const parsed = fhirQuestionnaire.safeParse(json, { reportInput: true })
  const resourceType =
    typeof json === 'object' && json !== null && 'resourceType' in json && json.resourceType
  if (resourceType !== 'Questionnaire') {
    return {
      errors: [
        {
          path: 'resourceType',
          code: 'not_a_questionnaire',
          detail: typeof resourceType === 'string' ? resourceType : '',
        },
      ],
    }
  }

  const errors: ContentFault[] = parsed.success ? [] : shapeFaults('', parsed.error.issues)
  const whole = json as Readonly<Record<string, unknown>>
  const language = primaryLanguage(parsed.data?.language) ?? 'en'
  const list = Array.isArray(whole['item']) ? whole['item'] : []
  if (list.length === 0 && !errors.some(({ path }) => path === 'item')) {
    errors.push({ path: 'item', code: 'no_items', detail: '' })
  }
  const contained = Array.isArray(whole['contained']) ? whole['contained'] : []
  const drafts = readQuestionnaireItems(list, { language, contained, errors })
  const items = connectConditions(drafts, errors)
  if (parsed.data?.modifierExtension?.length) {
    errors.push({ path: 'modifierExtension', code: 'modifier_extension', detail: '' })
  }
  const fhir = parsed.data
  if (!fhir || errors.length > 0) return { errors: inOrderOfPlace(errors) }

  const localText = (key: 'title' | 'description' | 'copyright') =>
    readLocalText(fhir[key], fhir[`_${key}`], language, () => {
      errors.push({ path: key, code: 'translation_without_language', detail: '' })
    })
  const title = localText('title')
  const questionnaire: Questionnaire = {
    ...(fhir.url && { url: fhir.url }),
    ...(fhir.version && { version: fhir.version }),
    ...(fhir.name && { name: fhir.name }),
    status: fhir.status,
    title: Object.keys(title).length === 0 && fhir.name ? { en: fhir.name } : title,
    description: localText('description'),
    copyright: localText('copyright'),
    codes: readCodings(fhir.code),
    languages: [
      ...new Set([
        ...Object.keys(title),
        ...[...eachItem(items)]
          .filter(({ item }) => isQuestion(item))
          .flatMap(({ item }) => Object.keys(item.text)),
      ]),
    ],
    items,
  }
  return errors.length > 0 ? { errors } : { questionnaire }
}

/** Faults of one item together, in the order of the file, so that they can be mended top down. */
function inOrderOfPlace(errors: readonly ContentFault[]): ContentFault[] {
  return errors.toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
}
