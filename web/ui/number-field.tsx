import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import type { NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components/NumberField'
import styles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'
import own from './number-field.module.css'
import { useReadersDigits } from './use-readers-digits.ts'

interface NumberFieldProps
  extends
    FieldTexts,
    Omit<
      AriaNumberFieldProps,
      'children' | 'className' | 'style' | 'render' | 'value' | 'defaultValue' | 'onChange'
    > {
  /** `null` while nothing is written. */
  value?: number | null
  defaultValue?: number
  onChange?: (value: number | null) => void
  unit?: string
  /** Buttons for one more and one less. */
  steps?: boolean
  labelHidden?: boolean
}

/** A number typed with the digits of any keyboard. */
export function NumberField({
  label,
  hint,
  missing,
  value,
  onChange,
  unit,
  steps = false,
  labelHidden,
  ...rest
}: NumberFieldProps) {
  const ref = useRef<HTMLDivElement>(null)
  useReadersDigits(ref)
  return (
    <AriaNumberField
      {...rest}
      {...(value === undefined ? {} : { value: value ?? Number.NaN })}
      onChange={(next) => onChange?.(Number.isNaN(next) ? null : next)}
      className={`${styles.field} ${own.number}`}
      ref={ref}
    >
      <FieldLabel label={label} isRequired={rest.isRequired} hidden={labelHidden} />
      <Group className={`${styles.box} ${styles.group}`}>
        {steps && (
          <Button slot="decrement" className={styles.fieldButton ?? ''}>
            <Icon name="minus" size="small" />
          </Button>
        )}
        <Input className={styles.inner ?? ''} />
        {unit && <span className={styles.unit}>{unit}</span>}
        {steps && (
          <Button slot="increment" className={styles.fieldButton ?? ''}>
            <Icon name="plus" size="small" />
          </Button>
        )}
      </Group>
      <FieldHint>{hint}</FieldHint>
      <FieldMessage label={label} missing={missing} />
    </AriaNumberField>
  )
}
