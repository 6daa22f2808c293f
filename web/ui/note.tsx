import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import type { LevelName } from './level.tsx'
import styles from './note.module.css'

interface NoteProps {
  /** A red ground is kept for two things: safe contact and crisis. */
  tone?: LevelName | 'plain'
  icon?: IconName
  /** The first words, in bold: “Safe contact:”. */
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  size?: 'normal' | 'small'
}

/** A sentence that must not be missed, beside what it is about. */
export function Note({
  tone = 'plain',
  icon = tone === 'crisis' ? 'shield' : 'info',
  title,
  children,
  actions,
  size = 'normal',
}: NoteProps) {
  return (
    <div className={`${styles.note} ${styles[tone]} ${size === 'small' ? styles.small : ''}`}>
      <Icon name={icon} size={size} />
      <div className={styles.body}>
        <p>
          {title !== undefined && <b>{title} </b>}
          {children}
        </p>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
