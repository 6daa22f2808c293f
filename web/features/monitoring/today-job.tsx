import { dueRules } from '@peyvand/domain/monitoring/due-rules.ts'
import type { DueAct, DueRule } from '@peyvand/domain/monitoring/due-rules.ts'
import { useRef } from 'react'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Because } from '../../ui/because.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Note } from '../../ui/note.tsx'
import { dueHref } from '../cases/due-href.ts'
import { nameOf } from '../cases/names.ts'
import { DueMark } from './due-mark.tsx'
import { useDueWords } from './due-words.ts'
import styles from './today.module.css'
import { TickButton } from './tick-button.tsx'
import type { TodayItem } from './today-items.ts'

/** Acts before which one reads how to reach the person safely. */
const reachesClient: ReadonlySet<DueAct> = new Set([
  'record_contact',
  'try_another_way',
  'keep_appointment',
  'record_follow_up',
])

/** How many of the other things are told by name. */
const named = 3

interface TodayJobProps {
  item: TodayItem
  /** What else this household asks for, told once at the first or at today's visit. */
  others: readonly TodayItem[]
  isActive: boolean
  /** The one button of the page that stands out. */
  isFirst: boolean
  onDone: () => void
  onMove: () => void
  onDrop: () => void
  onSnooze: () => void
  onWake: () => void
}

export function TodayJob({
  item,
  others,
  isActive,
  isFirst,
  onDone,
  onMove,
  onDrop,
  onSnooze,
  onWake,
}: TodayJobProps) {
  const t = useWords()
  const dueWords = useDueWords()
  const { formatDay } = useFormats()
  const row = useRef<HTMLLIElement>(null)
  const words = dueWords(item)
  const { source } = dueRules[item.rule as DueRule]
  const isTask = item.taskVersion !== null
  const isSnoozed = item.snoozedUntil !== null
  return (
    <li
      ref={row}
      className={`${styles.job} ${isActive ? styles.active : ''}`}
      data-item={`${item.caseId} ${item.key}`}
      data-print="whole"
      tabIndex={-1}
    >
      {isTask ? (
        <TickButton
          label={t('monitoring.task.doneWhat', { title: words.title })}
          onPress={onDone}
        />
      ) : (
        <span className={styles.alert}>
          <Icon name={source === 'signal' ? 'warning' : 'clock'} size="small" />
        </span>
      )}
      <div>
        <div className={styles.jobHead}>
          <h3>
            <bdi>{words.title}</bdi>
          </h3>
          <DueMark item={item} />
          <span className={styles.about}>
            <Link href={`/cases/${item.caseId}`}>
              <bdi>{nameOf(item.client)}</bdi>
            </Link>
            {!item.mine && item.workerName !== null && (
              <> {t('monitoring.today.doneBy', { name: item.workerName })}</>
            )}
          </span>
        </div>
        <Because>{words.because}</Because>
        {isSnoozed && (
          <p className={styles.small}>
            {t('monitoring.snoozed.because', {
              day: formatDay(item.snoozedUntil ?? ''),
              reason: item.snoozeReason,
            })}
          </p>
        )}
        {item.safeContact !== '' && reachesClient.has(item.act) && (
          <div className={styles.safe}>
            <Note tone="crisis" size="small" title={t('monitoring.readBefore')}>
              <bdi>{item.safeContact}</bdi>
            </Note>
          </div>
        )}
        {others.length > 0 && (
          <p className={styles.together}>
            <Icon name="home" size="small" />
            {t('monitoring.today.together', {
              count: others.length,
              titles: others
                .slice(0, named)
                .map((other) => dueWords(other).title)
                .join(t('monitoring.comma')),
              more: others.length - named,
            })}
          </p>
        )}
      </div>
      <div className={styles.acts} data-print="never">
        <ButtonLink
          href={dueHref(item.caseId, item.act, item.subjectId)}
          size="small"
          look={isFirst ? 'primary' : 'plain'}
        >
          {words.act}
        </ButtonLink>
        <Menu
          label={t('monitoring.more', { title: words.title })}
          trigger={
            <IconButton
              icon="more"
              size="small"
              label={t('monitoring.more', { title: words.title })}
            />
          }
          entries={[
            ...(isTask
              ? [
                  {
                    key: 'move',
                    label: t('monitoring.task.move'),
                    icon: 'calendar' as const,
                    onAction: onMove,
                  },
                  {
                    key: 'drop',
                    label: t('monitoring.task.drop'),
                    icon: 'close' as const,
                    onAction: onDrop,
                  },
                ]
              : []),
            ...(source === 'date' || item.level === 'crisis'
              ? []
              : [
                  isSnoozed
                    ? {
                        key: 'wake',
                        label: t('monitoring.wake'),
                        icon: 'undo' as const,
                        onAction: onWake,
                      }
                    : {
                        key: 'snooze',
                        label: t('monitoring.snooze'),
                        icon: 'clock' as const,
                        onAction: onSnooze,
                      },
                ]),
            {
              key: 'case',
              label: t('monitoring.openCase'),
              icon: 'folder' as const,
              href: `/cases/${item.caseId}`,
            },
          ]}
        />
      </div>
    </li>
  )
}
