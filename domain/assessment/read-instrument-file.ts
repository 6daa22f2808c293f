import type { DataGroup } from '../access/data-groups.ts'
import type { LocalText } from '../text/local-text.ts'
import { primaryLanguage } from './fhir-extensions.ts'
import { parseInstrument } from './instrument.ts'
import type { Questionnaire } from './questionnaire-model.ts'
import { faultCodes } from './questionnaire-fault.ts'
import { parseQuestionnaire } from './questionnaire.ts'

/** Everything that can be wrong with a file that is to become an instrument. */
export const fileFaultCodes = [...faultCodes, 'not_utf8', 'not_json'] as const
export type FileFaultCode = (typeof fileFaultCodes)[number]

/** One thing that is wrong: where, what, and the value or the line concerned. */
export interface FileFault {
  path: string
  code: FileFaultCode
  detail: string
}

/** An edition of an instrument, as it is kept. Days and ids are given by whoever keeps it. */
export interface InstrumentEdition {
  code: string
  edition: string
  titleFa: string
  titleEn: string
  purpose: LocalText
  licence: LocalText
  source: string
  dataGroup: DataGroup
  translation: Readonly<Record<string, string>>
  /** FHIR R4 Questionnaire, as it was written. */
  questionnaire: unknown
  scoring: unknown
}

/** What a bare Questionnaire may not say of itself. */
export interface AskedOfFile {
  code?: string | undefined
  edition?: string | undefined
  dataGroup?: DataGroup | undefined
}

type Read =
  | { instrument: InstrumentEdition; errors?: undefined }
  | { instrument?: undefined; errors: readonly FileFault[] }

/**
 * Reads the text of a file: an instrument with its scoring, or a bare FHIR R4 Questionnaire, which
 * has no score. A Questionnaire that names no version is edition 1, and one for which no data group
 * is asked belongs to `health`, which the fewest people of a team read.
 */
export function readInstrumentFile(text: string, asked: AskedOfFile = {}): Read {
  const json = parseJson(text.replace(/^\ufeff/, ''))
  if ('fault' in json) return { errors: [json.fault] }
  // A NUL, however it is written, is no letter of any text.
  if (/\\u0000|\0/.test(text)) {
    return { errors: [{ path: '', code: 'wrong_shape', detail: 'NUL' }] }
  }
  const { value } = json
  return isRecord(value) && 'questionnaire' in value ? readWhole(value) : readBare(value, asked)
}

function readWhole(value: Readonly<Record<string, unknown>>): Read {
  const { instrument, errors } = parseInstrument(value)
  if (!instrument) return { errors }
  return {
    instrument: {
      code: instrument.id,
      edition: instrument.version,
      titleFa: instrument.name.fa,
      titleEn: instrument.name.en,
      purpose: instrument.purpose,
      licence: instrument.licence,
      source: instrument.source,
      dataGroup: instrument.dataGroup,
      translation: instrument.translation,
      questionnaire: value['questionnaire'],
      scoring: value['scoring'] ?? null,
    },
  }
}

function readBare(value: unknown, asked: AskedOfFile): Read {
  const { questionnaire, errors } = parseQuestionnaire(value)
  if (!questionnaire) return { errors }
  const { title, copyright, languages } = questionnaire
  const any = Object.values(title)[0] ?? ''
  const code = asked.code || codeOf(questionnaire)
  const missing = [...(code === '' ? ['name'] : []), ...(any === '' ? ['title'] : [])]
  if (missing.length > 0) {
    return { errors: missing.map((path) => ({ path, code: 'missing', detail: 'string' })) }
  }
  const own = ownLanguage(value)
  return {
    instrument: {
      code,
      edition: asked.edition || questionnaire.version || '1',
      titleFa: title['fa'] ?? any,
      titleEn: title['en'] ?? any,
      purpose: questionnaire.description,
      licence: copyright,
      source: questionnaire.url ?? '',
      dataGroup: asked.dataGroup ?? 'health',
      translation: Object.fromEntries(
        languages.map((tag) => [tag, tag === own ? 'original' : 'unvalidated']),
      ),
      questionnaire: value,
      scoring: null,
    },
  }
}

function ownLanguage(value: unknown): string {
  const tag = isRecord(value) ? value['language'] : undefined
  return primaryLanguage(typeof tag === 'string' ? tag : undefined) ?? 'en'
}

/** A short name in small letters and hyphens, from the name, the address or the title. */
function codeOf({ name, url, title }: Questionnaire): string {
  const said = name ?? url?.split('/').at(-1) ?? title['en'] ?? Object.values(title)[0] ?? ''
  return said
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string): { value: unknown } | { fault: FileFault } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return {
      fault: { path: placeOf(error.message, text), code: 'not_json', detail: error.message },
    }
  }
}

/** `line 12, column 3`: where reading stopped, which is at or just after what is wrong. */
function placeOf(message: string, text: string): string {
  const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
  const before = text.slice(0, at).split('\n')
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
}
