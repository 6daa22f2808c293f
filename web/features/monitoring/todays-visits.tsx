import { useFormats } from '../../platform/use-formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { nameOf } from '../cases/names.ts'
import { useDueWords } from './due-words.ts'
import styles from './today.module.css'
import type { TodayItem } from './today-items.ts'

interface TodaysVisitsProps {
  items: readonly TodayItem[]
  /** What else a visit can settle, by its item. */
  gathered: ReadonlyMap<TodayItem, readonly TodayItem[]>
}

/** The appointments of the day in the order of their hours. */
export function TodaysVisits({ items, gathered }: TodaysVisitsProps) {
  const t = useWords()
  const dueWords = useDueWords()
  const { formatClock, formatDayLong } = useFormats()
  const { today } = useLocale()
  const visits = items
    .filter(({ rule, mine }) => rule === 'appointment_due' && mine)
    .toSorted((a, b) => `${a.dueOn} ${a.time ?? ''}`.localeCompare(`${b.dueOn} ${b.time ?? ''}`))
  const todays = visits.filter(({ dueOn }) => dueOn === today)
  const next = visits.find(({ dueOn }) => dueOn > today)
  return (
    <Section
      title={t('monitoring.visits')}
      aside={todays.length > 0 && t('monitoring.visits.count', { count: todays.length })}
    >
      {todays.length === 0 ? (
        <EmptyState title={t('monitoring.visits.none')}>
          {next &&
            t('monitoring.visits.next', {
              title: dueWords(next).title,
              name: nameOf(next.client),
              day: formatDayLong(next.dueOn, false),
              time: next.time ? formatClock(next.time) : 'none',
            })}
        </EmptyState>
      ) : (
        <ol>
          {todays.map((visit) => {
            const others = gathered.get(visit) ?? []
            return (
              <li key={visit.key} className={styles.visit} data-print="whole">
                <span className={styles.visitTime}>{visit.time && formatClock(visit.time)}</span>
                <div className={styles.visitWhat}>
                  <b>
                    <bdi>{dueWords(visit).title}</bdi>
                  </b>
                  <p className={styles.small}>
                    <Link href={`/cases/${visit.caseId}`}>
                      <bdi>{nameOf(visit.client)}</bdi>
                    </Link>
                    {placeOf(visit) && (
                      <>
                        {' · '}
                        <bdi>{placeOf(visit)}</bdi>
                      </>
                    )}
                  </p>
                  {others.length > 0 && (
                    <p className={styles.small}>
                      {t('monitoring.visits.together', { count: others.length })}
                    </p>
                  )}
                  {visit.safeContact !== '' && (
                    <p className={styles.danger}>
                      <Icon name="shield" size="small" /> <bdi>{visit.safeContact}</bdi>
                    </p>
                  )}
                </div>
              </li>
            )
          })}
        </ol>
      )}
    </Section>
  )
}

function placeOf({ facts }: TodayItem): string {
  return (facts as { place: string }).place
}
