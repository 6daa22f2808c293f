import { Fault, Malformed, Offline, Refused, SignedOut } from './api-problem.ts'
import { dayOf } from './clock.ts'
import type { Formats } from './formats.ts'
import { useLocale } from './locale.tsx'
import type { MalformedPath } from './api-problem.ts'
import { hasWords, useWords } from './words.tsx'
import type { WordValues } from './prepare-values.ts'

export interface ProblemWords {
  /** What happened and what mends it. */
  sentence: string
  /** To be told to whoever looks after the server. */
  requestId?: string
}

/** Says any error of the API in the reader's language. */
export function useProblemWords(): (problem: unknown) => ProblemWords {
  const t = useWords()
  const { formats } = useLocale()
  return (problem) => {
    if (problem instanceof Refused) {
      const id = `refusal.${problem.code}`
      return {
        sentence: hasWords(id) ? t(id, plain(problem.facts, formats)) : t('ui.problem.refused'),
      }
    }
    if (problem instanceof Malformed) return { sentence: t('ui.problem.malformed') }
    if (problem instanceof SignedOut) return { sentence: t('ui.problem.signedOut') }
    if (problem instanceof Offline) return { sentence: t('ui.problem.offline') }
    if (problem instanceof Fault) {
      return { sentence: t('ui.problem.fault'), requestId: problem.requestId }
    }
    return { sentence: t('ui.problem.unknown') }
  }
}

/** What is wrong with one field of what was sent, with its figures where they help. */
export function useMalformedWords(): (wrong: MalformedPath) => string {
  const t = useWords()
  return ({ code, facts }) => {
    const { origin, minimum, maximum } = facts
    switch (code) {
      case 'invalid_type':
        return t('ui.malformed.missing')
      case 'too_small':
        if (typeof minimum !== 'number') return t('ui.malformed.other')
        if (minimum === 1 && origin !== 'number') return t('ui.malformed.missing')
        return origin === 'string'
          ? t('ui.malformed.tooShort', { minimum })
          : t('ui.malformed.tooSmall', { minimum })
      case 'too_big':
        if (typeof maximum !== 'number') return t('ui.malformed.other')
        return origin === 'string'
          ? t('ui.malformed.tooLong', { maximum })
          : t('ui.malformed.tooBig', { maximum })
      case 'invalid_format':
        return t('ui.malformed.format')
      case 'core_missing':
        return t('ui.malformed.coreMissing')
      default:
        return t('ui.malformed.other')
    }
  }
}

const isInstant = /^\d{4}-\d\d-\d\dT/

/** Facts as words can take them: a moment by its day, a list read out; anything deeper is left to the screen. */
function plain(facts: Record<string, unknown>, formats: Formats): WordValues {
  const values: WordValues = {}
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'string' && isInstant.test(value)) {
      values[name] = formats.formatDayLong(dayOf(new Date(value), formats.timeZone))
    } else if (
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      values[name] = value
    } else if (isPlainList(value)) {
      values[name] = formats.formatList(value.map((each) => formats.withDigits(String(each))))
    }
  }
  return values
}

function isPlainList(value: unknown): value is (string | number)[] {
  return (
    Array.isArray(value) &&
    value.every((each) => typeof each === 'string' || typeof each === 'number')
  )
}
