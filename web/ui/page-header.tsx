import type { ReactNode } from 'react'
import styles from './page-header.module.css'

interface PageHeaderProps {
  /** The one question of the screen, or the name of what it shows. */
  title: ReactNode
  /** The name in the other script, a code. */
  beside?: ReactNode
  /** One or two sentences that answer it. */
  children?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, beside, children, actions }: PageHeaderProps) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <div className={styles.title}>
          <h1>{title}</h1>
          {beside !== undefined && <span className={styles.beside}>{beside}</span>}
        </div>
        {children !== undefined && <div className={styles.answer}>{children}</div>}
      </div>
      {actions !== undefined && (
        <div className={styles.actions} data-print="never">
          {actions}
        </div>
      )}
    </header>
  )
}
