import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

interface EmptyStateProps {
  icon?: IconName
  /** What is so: “No goal yet.” */
  title: ReactNode
  /** The next step, as something to do. */
  children?: ReactNode
  /** The button that takes it. */
  action?: ReactNode
}

/** Where nothing is yet: it teaches the next step. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon && <Icon name={icon} />}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p className={styles.next}>{children}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
