import {
  CalendarDate,
  GregorianCalendar,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date'
import type { Precision } from '../platform/formats.ts'
import { useLocale } from '../platform/locale.tsx'
import { useWords } from '../platform/words.tsx'
import { DayField } from './day-field.tsx'
import type { FieldTexts } from './field.tsx'
import { NumberField } from './number-field.tsx'
import styles from './partial-day-field.module.css'
import { Select } from './select.tsx'

export interface PartialDay {
  /** `YYYY-MM-DD`; of a month or year its middle, so that both calendars read nearly the same. */
  day: string | null
  precision: Precision
}

interface PartialDayFieldProps extends FieldTexts {
  value: PartialDay
  onChange: (value: PartialDay) => void
  max?: string
  name?: string
  isRequired?: boolean
}

const precisions: readonly Precision[] = ['day', 'month', 'year', 'about']

/** A birth date as it is known: the day, the month, the year, or about which year. */
export function PartialDayField({
  label,
  hint,
  missing,
  value,
  onChange,
  max,
  name,
  isRequired = false,
}: PartialDayFieldProps) {
  const t = useWords()
  const { settings, formats } = useLocale()
  const { day, precision } = value
  const shown = day ? formats.inCalendar(day) : undefined
  const isoOf = (year: number, month?: number) => {
    const calendar =
      settings.calendar === 'persian' ? new PersianCalendar() : new GregorianCalendar()
    const middle = new CalendarDate(calendar, year, month ?? 7, month ? 15 : 1)
    return toCalendar(middle, new GregorianCalendar()).toString()
  }
  const changePrecision = (next: Precision) => {
    if (!shown || next === 'day') onChange({ day, precision: next })
    else
      onChange({
        day: isoOf(shown.year, next === 'month' ? shown.month : undefined),
        precision: next,
      })
  }
  const common = { name, isRequired, missing, hint }
  return (
    <div className={styles.partial} role="group" aria-label={label}>
      {precision === 'day' ? (
        <DayField
          {...common}
          label={label}
          value={day}
          max={max}
          onChange={(next) => onChange({ day: next, precision })}
        />
      ) : (
        <NumberField
          {...common}
          label={t('ui.yearOf', { label })}
          value={shown?.year ?? null}
          minValue={1}
          maxValue={9999}
          formatOptions={{ useGrouping: false }}
          onChange={(year) =>
            onChange({
              day:
                year === null
                  ? null
                  : isoOf(year, precision === 'month' ? (shown?.month ?? 1) : undefined),
              precision,
            })
          }
        />
      )}
      {precision === 'month' && (
        <Select
          label={t('ui.month')}
          value={shown ? String(shown.month) : null}
          options={Array.from({ length: 12 }, (_, index) => ({
            value: String(index + 1),
            label: formats.formatMonthName(isoOf(shown?.year ?? 1400, index + 1)),
          }))}
          isDisabled={!shown}
          onChange={(month) =>
            shown && onChange({ day: isoOf(shown.year, Number(month)), precision })
          }
        />
      )}
      <Select
        label={t('ui.precision')}
        value={precision}
        options={precisions.map((each) => ({ value: each, label: t(`ui.precision.${each}`) }))}
        onChange={changePrecision}
      />
    </div>
  )
}
