import type { ReactNode } from 'react'
import styles from './definition-list.module.css'

export interface Definition {
  key: string
  name: string
  /** What is not known is left out, not shown as a dash. */
  value: ReactNode
}

/** Reading view of a record: what is asked, what is known. */
export function DefinitionList({ entries }: { entries: readonly Definition[] }) {
  return (
    <dl className={styles.list}>
      {entries
        .filter(({ value }) => value !== undefined && value !== null && value !== '')
        .map(({ key, name, value }) => (
          <div key={key} className={styles.entry}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** Short facts on one line, parted by points. */
export function Facts({ facts }: { facts: readonly (ReactNode | undefined)[] }) {
  return (
    <ul className={styles.facts}>
      {facts
        .map((fact, index) => ({ fact, index }))
        .filter(({ fact }) => fact !== undefined && fact !== null && fact !== '' && fact !== false)
        .map(({ fact, index }) => (
          <li key={index}>{fact}</li>
        ))}
    </ul>
  )
}
