import type { ReactNode } from 'react'
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import styles from './choice.module.css'
import field from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import type { Option } from './option.tsx'

export interface RadioOption<V extends string = string> extends Option<V> {
  /** Small and at the end: the score of an answer. */
  aside?: ReactNode
  /** Last time's answer, underlined in the colour of assessment. */
  wasLast?: boolean
}

interface RadioGroupProps<V extends string> extends FieldTexts {
  options: readonly RadioOption<V>[]
  value?: V | null
  defaultValue?: V
  onChange?: (value: V) => void
  name?: string
  isRequired?: boolean
  isDisabled?: boolean
  /** `cards`: boxed answers side by side, the answers of a questionnaire. */
  look?: 'list' | 'across' | 'cards'
  labelHidden?: boolean
  /** The id of a heading that asks the question, in place of the label on screen. */
  labelledBy?: string
}

/** Exactly one of a short list, all answers in sight. */
export function RadioGroup<V extends string>({
  label,
  hint,
  missing,
  options,
  value,
  defaultValue,
  onChange,
  look = 'list',
  labelHidden,
  labelledBy,
  ...rest
}: RadioGroupProps<V>) {
  const cards = look === 'cards'
  return (
    <AriaRadioGroup
      {...rest}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(labelledBy ? { 'aria-labelledby': labelledBy } : {})}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen)
        if (option) onChange?.(option.value)
      }}
      orientation={look === 'list' ? 'vertical' : 'horizontal'}
      className={`${field.field} ${cards ? styles.wide : ''}`}
    >
      {!labelledBy && (
        <FieldLabel label={label} isRequired={rest.isRequired} hidden={labelHidden} />
      )}
      <FieldHint>{hint}</FieldHint>
      <div className={cards ? styles.cards : look === 'across' ? styles.across : styles.list}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className={`${cards ? styles.card : styles.choice} ${option.wasLast ? styles.last : ''}`}
          >
            <span className={styles.round} aria-hidden="true" />
            <span>
              {option.label}
              {option.hint && <small className={styles.hint}>{option.hint}</small>}
            </span>
            {option.aside !== undefined && <span className={styles.aside}>{option.aside}</span>}
          </Radio>
        ))}
      </div>
      <FieldMessage label={label} missing={missing} kind="choose" />
    </AriaRadioGroup>
  )
}
