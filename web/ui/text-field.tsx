import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import styles from './field.module.css'
import { FieldHint, FieldLabel, FieldMessage } from './field.tsx'
import type { FieldTexts } from './field.tsx'

export interface TextFieldProps
  extends FieldTexts, Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'render'> {
  placeholder?: string
  /** Codes, phone numbers and addresses of the web read left to right in both languages. */
  direction?: 'ltr' | 'auto'
  /** `none` for user names and codes. */
  autoCapitalize?: 'none' | 'words' | 'sentences'
  /** The label is read aloud but not shown, where the place says it already. */
  labelHidden?: boolean
}

export function TextField({
  label,
  hint,
  missing,
  placeholder,
  direction = 'auto',
  autoCapitalize,
  labelHidden,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={styles.field ?? ''}>
      <FieldLabel label={label} isRequired={rest.isRequired} hidden={labelHidden} />
      <Input
        className={styles.box ?? ''}
        placeholder={placeholder ?? ' '}
        dir={direction}
        autoCapitalize={autoCapitalize}
      />
      <FieldHint>{hint}</FieldHint>
      <FieldMessage label={label} missing={missing} />
    </AriaTextField>
  )
}
