import type { TodayGroups } from '@peyvand/domain/monitoring/today.ts'
import type { ReactNode } from 'react'
import { useWords } from '../../platform/words.tsx'
import styles from './today.module.css'
import type { TodayItem } from './today-items.ts'

interface TodayGroupProps {
  name: keyof TodayGroups<TodayItem>
  items: readonly TodayItem[]
  children: (item: TodayItem) => ReactNode
}

/** One stretch of time with what falls into it; nothing at all when it is empty. */
export function TodayGroup({ name, items, children }: TodayGroupProps) {
  const t = useWords()
  if (items.length === 0) return null
  return (
    <section aria-label={t(`monitoring.group.${name}`)}>
      <div className={styles.group}>
        <h2>{t(`monitoring.group.${name}`)}</h2>
        <span>{t('monitoring.group.count', { count: items.length })}</span>
      </div>
      <ul className={styles.jobs}>{items.map(children)}</ul>
    </section>
  )
}
