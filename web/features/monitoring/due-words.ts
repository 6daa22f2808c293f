import { dueFactsOf, dueRules } from '@peyvand/domain/monitoring/due-item.ts'
import type { DueFactsOf, DueRule } from '@peyvand/domain/monitoring/due-item.ts'
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
  /** The fact and the norm it is measured against. */
  because: string
  /** The button that ends it. */
  act: string
}

/** The sentences of a due item in the reader's language: fact, norm, and the act that ends it. */
export function useDueWords(): (item: DueTold) => DueWords {
  const t = useWords()
  const { settings, today } = useLocale()
  const { formatDay } = useFormats()
  const inOurs = (text: LocalText) => text[settings.language] ?? text.fa ?? text.en ?? ''
  return (item) => {
    const rule = item.rule as DueRule
    const values = { ...readValues(rule, item.facts), dueOn: formatDay(item.dueOn) }
    return {
      title: t(`monitoring.due.${rule}`, values),
      because: t(`monitoring.due.${rule}.because`, values),
      act: t(`monitoring.act.${dueRules[rule].act}`),
    }
  }

  function readValues<R extends DueRule>(rule: R, facts: unknown): WordValues {
    const read = dueFactsOf[rule].parse(facts) as DueFactsOf<R> & Record<string, unknown>
    const values: WordValues = {}
    for (const [name, value] of Object.entries(read)) {
      if (name === 'since' || name === 'until' || name === 'closedOn' || name === 'draftSince') {
        if (typeof value === 'string') {
          values[name] = formatDay(value)
          values.days = Math.abs(daysBetween(value, today))
        }
      } else if (typeof value === 'object' && value !== null)
        values[name] = inOurs(value as LocalText)
      else values[name] = value as string | number | boolean | null
    }
    return values
  }
}
