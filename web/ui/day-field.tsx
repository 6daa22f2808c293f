import { toCalendar, GregorianCalendar, parseDate } from '@internationalized/date'
import type { CalendarDate, DateValue } from '@internationalized/date'
import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { DateInput, DatePicker, DateSegment, Group } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { readDay } from './read-day.ts'
import { CalendarView } from './calendar-view.tsx'
import styles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'
import own from './day-field.module.css'
import { useReadersDigits } from './use-readers-digits.ts'

interface DayFieldProps extends FieldTexts {
  /** `YYYY-MM-DD`, whatever calendar the reader sees. */
  value?: string | null
  defaultValue?: string
  onChange?: (day: string | null) => void
  /** Earliest and latest day allowed, `YYYY-MM-DD`. */
  min?: string
  max?: string
  name?: string
  isRequired?: boolean
  isDisabled?: boolean
  labelHidden?: boolean
}

/** A day, typed or picked, in the reader's calendar; a pasted date is read in either calendar. */
export function DayField({
  label,
  hint,
  missing,
  value,
  defaultValue,
  onChange,
  min,
  max,
  labelHidden,
  ...rest
}: DayFieldProps) {
  const ref = useRef<HTMLDivElement>(null)
  useReadersDigits(ref)
  return (
    <DatePicker<CalendarDate>
      {...rest}
      {...(value === undefined ? {} : { value: value ? parseDate(value) : null })}
      {...(defaultValue ? { defaultValue: parseDate(defaultValue) } : {})}
      {...(min ? { minValue: parseDate(min) } : {})}
      {...(max ? { maxValue: parseDate(max) } : {})}
      granularity="day"
      shouldForceLeadingZeros={false}
      onChange={(chosen) => onChange?.(chosen ? isoDay(chosen) : null)}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} isRequired={rest.isRequired} hidden={labelHidden} />
      <Group
        ref={ref}
        className={`${styles.box} ${styles.group} ${own.box}`}
        onPaste={(event) => {
          const day = readDay(event.clipboardData.getData('text/plain'))
          if (!day || !onChange) return
          event.preventDefault()
          onChange(day)
        }}
      >
        <DateInput className={own.input ?? ''}>
          {(segment) => <DateSegment segment={segment} className={own.segment ?? ''} />}
        </DateInput>
        <Button className={styles.fieldButton ?? ''}>
          <Icon name="calendar" size="small" />
        </Button>
      </Group>
      <FieldHint>{hint}</FieldHint>
      <FieldMessage label={label} missing={missing} />
      <Popover className={`${styles.popover} ${own.popover}`} offset={4}>
        <Dialog className={own.dialog ?? ''}>
          <CalendarView />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function isoDay(value: DateValue): string {
  return toCalendar(value, new GregorianCalendar()).toString().slice(0, 10)
}
