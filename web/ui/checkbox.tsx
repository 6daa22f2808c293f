import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
} from 'react-aria-components/CheckboxGroup'
import styles from './choice.module.css'
import field from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './option.tsx'

interface CheckboxProps {
  children: ReactNode
  isSelected?: boolean
  defaultSelected?: boolean
  onChange?: (isSelected: boolean) => void
  name?: string
  value?: string
  isDisabled?: boolean
  isRequired?: boolean
  isIndeterminate?: boolean
}

/** One thing that is or is not so. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles.choice ?? ''}>
      <span className={styles.box} aria-hidden="true">
        <Icon name={rest.isIndeterminate ? 'minus' : 'check'} size="small" />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}

interface CheckboxGroupProps<V extends string> extends FieldTexts {
  options: readonly Option<V>[]
  value?: readonly V[]
  defaultValue?: readonly V[]
  onChange?: (value: V[]) => void
  name?: string
  isRequired?: boolean
  isDisabled?: boolean
  /** Beside one another where there is room. */
  across?: boolean
  labelHidden?: boolean
}

/** Any number of a short list. */
export function CheckboxGroup<V extends string>({
  label,
  hint,
  missing,
  options,
  value,
  defaultValue,
  onChange,
  across = false,
  labelHidden,
  ...rest
}: CheckboxGroupProps<V>) {
  return (
    <AriaCheckboxGroup
      {...rest}
      {...(value ? { value: [...value] } : {})}
      {...(defaultValue ? { defaultValue: [...defaultValue] } : {})}
      onChange={(chosen) =>
        onChange?.(options.map((option) => option.value).filter((each) => chosen.includes(each)))
      }
      className={field.field ?? ''}
    >
      <FieldLabel label={label} isRequired={rest.isRequired} hidden={labelHidden} />
      <FieldHint>{hint}</FieldHint>
      <div className={across ? styles.across : styles.list}>
        {options.map((option) => (
          <AriaCheckbox
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className={styles.choice ?? ''}
          >
            <span className={styles.box} aria-hidden="true">
              <Icon name="check" size="small" />
            </span>
            <span>
              {option.label}
              {option.hint && <small className={styles.hint}>{option.hint}</small>}
            </span>
          </AriaCheckbox>
        ))}
      </div>
      <FieldMessage label={label} missing={missing} kind="choose" />
    </AriaCheckboxGroup>
  )
}
