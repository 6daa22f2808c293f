import { useContext, useState } from 'react'
import type { ReactNode } from 'react'
import { FieldError, FieldErrorContext } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useIsPressed } from '../platform/press.ts'
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

/**
 * What is wrong with the field and how to mend it. It neither comes nor goes during a press: leaving
 * a field by pressing Send would otherwise move Send away from under the finger.
 */
export function FieldMessage(props: FieldMessageProps) {
  const found = useContext(FieldErrorContext)
  const isPressed = useIsPressed()
  const [shown, setShown] = useState(found)
  if (!isPressed && shown !== found) setShown(found)
  return (
    <FieldErrorContext value={shown}>
      <Message {...props} />
    </FieldErrorContext>
  )
}

function Message({ label, missing, kind = 'write' }: FieldMessageProps) {
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
