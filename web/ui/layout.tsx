import type { ReactNode } from 'react'
import styles from './layout.module.css'

interface GroupProps {
  children: ReactNode
}

/** The page's own column: every screen stands in one. */
export function Page({ children }: GroupProps) {
  return <div className={styles.page}>{children}</div>
}

interface StackProps extends GroupProps {
  gap?: 'tight' | 'small' | 'normal'
}

/** One thing under another. */
export function Stack({ children, gap = 'normal' }: StackProps) {
  return <div className={`${styles.stack} ${styles[gap]}`}>{children}</div>
}

interface RowProps extends GroupProps {
  /** Where what is left of the line goes. */
  spread?: boolean
  align?: 'center' | 'start' | 'end' | 'baseline'
  gap?: 'tight' | 'small' | 'normal'
}

/** Things beside one another, going to the next line when they do not fit: buttons, chips, marks. */
export function Row({ children, spread = false, align = 'center', gap = 'tight' }: RowProps) {
  return (
    <div className={`${styles.row} ${styles[gap]} ${styles[align]} ${spread ? styles.spread : ''}`}>
      {children}
    </div>
  )
}

interface ColumnsProps extends GroupProps {
  /** `main` gives the first two thirds, `wide` more than two thirds, `aside` the last two thirds. */
  shape?: 'main' | 'wide' | 'even' | 'aside'
}

/** Two columns on a wide screen, one under the other below 1080 px. */
export function Columns({ children, shape = 'main' }: ColumnsProps) {
  return <div className={`${styles.columns} ${styles[shape]}`}>{children}</div>
}

/** Fields side by side where there is room for them. */
export function FieldRow({ children }: GroupProps) {
  return <div className={styles.fieldRow}>{children}</div>
}

/** Smaller, softer words. */
export function Small({ children, tone = 'soft' }: GroupProps & { tone?: 'soft' | 'faint' }) {
  return <span className={`${styles.smallText} ${styles[tone]}`}>{children}</span>
}
