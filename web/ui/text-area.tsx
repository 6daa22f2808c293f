import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import styles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage } from './field.tsx'
import type { FieldTexts } from './field.tsx'
import own from './text-area.module.css'

interface TextAreaProps
  extends FieldTexts, Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'render'> {
  placeholder?: string
  /** Lines it shows while empty; it grows with what is written. */
  lines?: number
  /** The whole width, for notes. */
  wide?: boolean
  labelHidden?: boolean
}

export function TextArea({
  label,
  hint,
  missing,
  placeholder,
  lines = 3,
  wide = false,
  labelHidden,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField {...rest} className={`${styles.field} ${wide ? own.wide : ''}`}>
      <FieldLabel label={label} isRequired={rest.isRequired} hidden={labelHidden} />
      <AriaTextArea
        className={`${styles.box} ${own.area}`}
        placeholder={placeholder ?? ' '}
        rows={lines}
        style={{ '--lines': lines }}
        dir="auto"
      />
      <FieldHint>{hint}</FieldHint>
      <FieldMessage label={label} missing={missing} />
    </AriaTextField>
  )
}
