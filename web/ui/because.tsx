import type { ReactNode } from 'react'
import { useWords } from '../platform/words.tsx'
import styles from './because.module.css'

interface BecauseProps {
  /** One sentence that reads on from the title above it. */
  children: ReactNode
  id?: string
}

/** زیرا / Because: every alert, rank, score and locked button says its reason. */
export function Because({ children, id }: BecauseProps) {
  const t = useWords()
  return (
    <span className={styles.because} id={id}>
      <b>{t('ui.because')}</b> <span>{children}</span>
    </span>
  )
}
