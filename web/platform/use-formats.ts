import { dayOf } from './clock.ts'
import type { Formats, Precision } from './formats.ts'
import { useLocale } from './locale.tsx'
import { useWords } from './words.tsx'

/** Formats for this reader, together with those that need a word of the language. */
export interface WordyFormats extends Formats {
  /** `۳۴ ساله`, `8 months old`; a birth date known by its year gives `about 34 years old`. */
  formatAge: (bornOn: string, precision?: Precision) => string
  /** The day on which a moment falls in the agency's zone; a day stays itself. */
  dayOfInstant: (dayOrInstant: string) => string
}

export function useFormats(): WordyFormats {
  const { formats, today } = useLocale()
  const t = useWords()
  return {
    ...formats,
    formatDay(day, precision = 'day') {
      const text = formats.formatDay(day, precision)
      return precision === 'about' ? t('ui.day.about', { day: text }) : text
    },
    dayOfInstant: (at) => (at.length === 10 ? at : dayOf(new Date(at), formats.timeZone)),
    formatAge(bornOn, precision = 'day') {
      const { years, months } = formats.ageOn(bornOn, today)
      if (precision === 'year' || precision === 'about') return t('ui.age.about', { years })
      return years < 2 ? t('ui.age.months', { months }) : t('ui.age.years', { years })
    },
  }
}
