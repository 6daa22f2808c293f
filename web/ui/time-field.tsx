import { parseTime } from '@internationalized/date'
import { useRef } from 'react'
import { DateInput, DateSegment, TimeField as AriaTimeField } from 'react-aria-components/TimeField'
import own from './day-field.module.css'
import styles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import time from './time-field.module.css'
import { useReadersDigits } from './use-readers-digits.ts'

interface TimeFieldProps extends FieldTexts {
  /** `HH:MM`, of 24 hours. */
  value?: string | null
  defaultValue?: string
  onChange?: (time: string | null) => void
  name?: string
  isRequired?: boolean
  isDisabled?: boolean
}

export function TimeField({
  label,
  hint,
  missing,
  value,
  defaultValue,
  onChange,
  ...rest
}: TimeFieldProps) {
  const ref = useRef<HTMLDivElement>(null)
  useReadersDigits(ref)
  return (
    <AriaTimeField
      {...rest}
      {...(value === undefined ? {} : { value: value ? parseTime(value) : null })}
      {...(defaultValue ? { defaultValue: parseTime(defaultValue) } : {})}
      hourCycle={24}
      onChange={(chosen) => onChange?.(chosen ? chosen.toString().slice(0, 5) : null)}
      className={styles.field ?? ''}
      ref={ref}
    >
      <FieldLabel label={label} isRequired={rest.isRequired} />
      <DateInput className={`${styles.box} ${own.input} ${time.box}`}>
        {(segment) => <DateSegment segment={segment} className={own.segment ?? ''} />}
      </DateInput>
      <FieldHint>{hint}</FieldHint>
      <FieldMessage label={label} missing={missing} />
    </AriaTimeField>
  )
}
