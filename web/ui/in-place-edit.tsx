import { useState } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../platform/words.tsx'
import { Button } from './button.tsx'
import styles from './in-place-edit.module.css'

interface InPlaceEditProps {
  /** The reading view. */
  children: ReactNode
  /** What is edited: “Address”; the button says “Edit address” to a screen reader. */
  what: string
  /** The form; `close` brings back the reading view. */
  edit: (close: () => void) => ReactNode
  /** Left out when the reader may not write here. */
  canEdit?: boolean
}

/** Text first; the form opens where the text stood. */
export function InPlaceEdit({ children, what, edit, canEdit = true }: InPlaceEditProps) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <div className={styles.editing}>{edit(() => setOpen(false))}</div>
  return (
    <div className={styles.reading}>
      <div className={styles.text}>{children}</div>
      {canEdit && (
        <Button
          look="quiet"
          size="small"
          icon="edit"
          aria-label={t('ui.editWhat', { what })}
          onPress={() => setOpen(true)}
        >
          {t('ui.edit')}
        </Button>
      )}
    </div>
  )
}
