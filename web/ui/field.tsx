import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useWords } from '../platform/words.tsx'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

export interface FieldTexts {
  /** What is asked, as a noun: “Date of visit”. */
  label: string
  /** What helps to answer it. */
  hint?: ReactNode
  /** What to say when it is left empty though needed; otherwise “Write the …”. */
  missing?: string
}

interface FieldLabelProps {
  label: string
  isRequired?: boolean | undefined
  hidden?: boolean | undefined
}

export function FieldLabel({ label, isRequired, hidden }: FieldLabelProps) {
  const t = useWords()
  return (
    <Label className={`${styles.label} ${hidden ? styles.hidden : ''}`}>
      {label}
      {isRequired && <span className={styles.needed}>{t('ui.needed')}</span>}
    </Label>
  )
}

export function FieldHint({ children }: { children: ReactNode }) {
  if (children === undefined || children === null) return null
  return (
    <Text slot="description" className={styles.hint ?? ''}>
      {children}
    </Text>
  )
}

interface FieldMessageProps {
  label: string
  missing?: string | undefined
  /** Chosen from a list, or written. */
  kind?: 'write' | 'choose'
}

/** What is wrong with the field and how to mend it. */
export function FieldMessage({ label, missing, kind = 'write' }: FieldMessageProps) {
  const t = useWords()
  return (
    <FieldError className={styles.error ?? ''}>
      {({ validationDetails, validationErrors }) => (
        <>
          <Icon name="warning" size="small" />
          <span>
            {validationDetails.valueMissing
              ? (missing ??
                t(kind === 'write' ? 'ui.missing.write' : 'ui.missing.choose', { label }))
              : validationErrors.join(' ')}
          </span>
        </>
      )}
    </FieldError>
  )
}
