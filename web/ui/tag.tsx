import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import styles from './tag.module.css'

interface TagProps {
  children: ReactNode
  icon?: IconName
}

/** A small remark in a frame: what a goal rests on, a translation not yet validated. */
export function Tag({ children, icon }: TagProps) {
  return (
    <span className={styles.tag}>
      {icon && <Icon name={icon} size="small" />}
      <span>{children}</span>
    </span>
  )
}

/** A short code or number that names something: N4, question 9. */
export function Code({ children }: { children: ReactNode }) {
  return <bdi className={styles.code}>{children}</bdi>
}
