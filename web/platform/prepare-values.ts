import { isolate } from '@peyvand/domain/text/isolate.ts'
import type { Language } from './settings.ts'

export type WordValues = Record<string, string | number | boolean | null | undefined>

const otherScript = { fa: /[A-Za-z0-9]/, en: /[\u0590-\u08ff\ufb1d-\ufefc]/ }

/**
 * Values as the compiled messages want them: shown ones in the reader's digits under their own
 * name, bare ones for `plural` and `select` under `#name`.
 */
export function prepareValues(
  values: WordValues,
  language: Language,
  formatNumber: (value: number) => string,
): Record<string, unknown> {
  const prepared: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    prepared[`#${name}`] = typeof value === 'boolean' ? String(value) : value
    prepared[name] =
      typeof value === 'number'
        ? formatNumber(value)
        : typeof value === 'string'
          ? isolateOther(value, language)
          : value
  }
  return prepared
}

/** A name in the other script must not turn the sentence around it. */
function isolateOther(text: string, language: Language): string {
  return otherScript[language].test(text) ? isolate(text) : text
}
