import { dueRules } from '@peyvand/domain/monitoring/due-rules.ts'
import type { DueRule } from '@peyvand/domain/monitoring/due-rules.ts'
import type { LocalText } from '@peyvand/domain/text/local-text.ts'
import { daysBetween } from '../../platform/formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import type { WordValues } from '../../platform/words.tsx'

/** A due item as the server tells it. */
export interface DueTold {
  rule: string
  dueOn: string
  facts: unknown
}

export interface DueWords {
  /** What is to be done, in a few words. */
  title: string
  /** The fact, the norm it is measured against, and where it is not plain what ends it. */
  because: string
  /** The button that ends it. */
  act: string
}

const isDay = /^\d{4}-\d{2}-\d{2}$/

/** The sentences of a due item in the reader's language: fact, norm, and the act that ends it. */
export function useDueWords(): (item: DueTold) => DueWords {
  const t = useWords()
  const { settings, today } = useLocale()
  const { formatDay, formatDayLong, formatClock } = useFormats()

  // Near days by their weekday, as people speak of them; far ones by their year.
  const sayDay = (day: string) =>
    Math.abs(daysBetween(day, today)) < 300 ? formatDayLong(day, false) : formatDay(day)

  const sayFact = (name: string, value: unknown) => {
    if (typeof value === 'object' && value !== null) {
      const text = value as LocalText
      return text[settings.language] ?? text['fa'] ?? text['en'] ?? ''
    }
    if (typeof value !== 'string') return value as number | boolean | null
    if (name === 'time') return formatClock(value)
    return isDay.test(value) ? sayDay(value) : value
  }

  return ({ rule: told, facts, dueOn }) => {
    const rule = told as DueRule
    const read = facts as Record<string, unknown>
    const values: WordValues = { dueOn: sayDay(dueOn) }
    for (const [name, value] of Object.entries(read)) values[name] = sayFact(name, value)
    // Counted on the reader's day, so that a list left open over midnight still tells the truth.
    if (typeof read['since'] === 'string') values['days'] = daysBetween(read['since'], today)
    if (typeof read['until'] === 'string') values['ended'] = String(read['until'] < today)
    return {
      title: t(`monitoring.due.${rule}`, values),
      because: t(`monitoring.due.${rule}.because`, values),
      act: t(`monitoring.act.${dueRules[rule].act}`),
    }
  }
}
