import type { ReactNode } from 'react'
import { useFormats } from '../platform/use-formats.ts'
import { hueOf } from './element.ts'
import type { ElementName } from './element.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import styles from './timeline.module.css'

export interface TimelineEntry {
  key: string
  /** `YYYY-MM-DD` or an instant; entries of one day stand under one date. */
  at: string
  icon: IconName
  /** The element it belongs to gives the line its hue. */
  element?: ElementName
  title: ReactNode
  /** Small and at the end: by whom, how long. */
  aside?: ReactNode
  children?: ReactNode
  /** Left out on paper. */
  screenOnly?: boolean
}

/** Everything that happened, newest first as it is given, under its days. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  const { formatDayLong, dayOfInstant } = useFormats()
  const days = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const day = dayOfInstant(entry.at)
    const entriesOfDay = days.get(day)
    if (entriesOfDay) entriesOfDay.push(entry)
    else days.set(day, [entry])
  }
  return (
    <ol className={styles.timeline} aria-label={label}>
      {[...days].map(([day, entriesOfDay]) => (
        <li key={day}>
          <h3 className={styles.day}>{formatDayLong(day)}</h3>
          <ol>
            {entriesOfDay.map((entry) => (
              <li
                key={entry.key}
                className={styles.entry}
                data-print={entry.screenOnly ? 'never' : undefined}
                style={{ '--hue': entry.element && hueOf(entry.element) }}
              >
                <span className={styles.icon}>
                  <Icon name={entry.icon} />
                </span>
                <div>
                  <p className={styles.head}>
                    <b>{entry.title}</b>
                    {entry.aside !== undefined && (
                      <span className={styles.aside}>{entry.aside}</span>
                    )}
                  </p>
                  {entry.children !== undefined && (
                    <div className={styles.text}>{entry.children}</div>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

/** The same rows without days, for a short list beside the page: the last contacts. */
export function LogList({ entries }: { entries: readonly Omit<TimelineEntry, 'at'>[] }) {
  return (
    <ul className={styles.log}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <Icon name={entry.icon} />
          <div>
            <p className={styles.head}>
              <b>{entry.title}</b>
              {entry.aside !== undefined && <span className={styles.aside}>{entry.aside}</span>}
            </p>
            {entry.children !== undefined && <div className={styles.text}>{entry.children}</div>}
          </div>
        </li>
      ))}
    </ul>
  )
}
