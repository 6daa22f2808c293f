import {
  parseAbsolute,
  parseDate,
  parseTime,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date'
import { useState } from 'react'
import { useLocale } from '../platform/locale.tsx'
import { useWords } from '../platform/words.tsx'
import { DayField } from './day-field.tsx'
import styles from './partial-day-field.module.css'
import { TimeField } from './time-field.tsx'

interface InstantFieldProps {
  label: string
  /** ISO 8601; `null` until both day and time are known. */
  value: string | null
  onChange: (instant: string | null) => void
  /** Latest day, `YYYY-MM-DD`. */
  max?: string
  name?: string
  isRequired?: boolean
}

/** When something happened or will happen: a day and a time in the agency's own zone. */
export function InstantField({ label, value, onChange, max, name, isRequired }: InstantFieldProps) {
  const t = useWords()
  const { formats } = useLocale()
  const zoned = value ? parseAbsolute(value, formats.timeZone) : undefined
  const [day, setDay] = useState(zoned ? zoned.toString().slice(0, 10) : null)
  const [time, setTime] = useState(zoned ? zoned.toString().slice(11, 16) : null)
  const tell = (nextDay: string | null, nextTime: string | null) => {
    setDay(nextDay)
    setTime(nextTime)
    onChange(
      nextDay && nextTime
        ? toZoned(
            toCalendarDateTime(parseDate(nextDay), parseTime(nextTime)),
            formats.timeZone,
          ).toAbsoluteString()
        : null,
    )
  }
  const common = { isRequired: isRequired ?? false }
  return (
    <div className={styles.partial}>
      <DayField
        {...common}
        {...(name ? { name } : {})}
        {...(max ? { max } : {})}
        label={label}
        value={day}
        onChange={(next) => tell(next, time)}
      />
      <TimeField
        {...common}
        label={t('ui.timeOfDay')}
        value={time}
        onChange={(next) => tell(day, next)}
      />
    </div>
  )
}
