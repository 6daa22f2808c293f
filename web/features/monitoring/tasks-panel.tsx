import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { listTasks } from '@peyvand/domain/monitoring/contract.ts'
import { useState } from 'react'
import { useEndpoint, usePages } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Level } from '../../ui/level.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AddTaskDialog } from './add-task-dialog.tsx'
import { DropTaskDialog } from './drop-task-dialog.tsx'
import { MoveTaskDialog } from './move-task-dialog.tsx'
import styles from './tasks-panel.module.css'
import { TickButton } from './tick-button.tsx'
import { useFinishTask } from './use-finish-task.ts'

type TaskTold = AnswerOf<typeof listTasks>['tasks'][number]
type Asking = { what: 'add' } | { what: 'move' | 'drop'; task: TaskTold }

/** Tasks and appointments of the case: done with one press, moved, or dropped with a reason. */
export function TasksPanel({ caseId }: { caseId: string }) {
  const t = useWords()
  const { data, error, refetch } = useEndpoint(listTasks, { params: { caseId }, query: {} })
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  return (
    <Section
      title={t('monitoring.tasks')}
      aside={
        data?.mayWrite &&
        data.open && (
          <Button size="small" icon="plus" onPress={() => setAsking({ what: 'add' })}>
            {t('monitoring.task.add')}
          </Button>
        )
      }
    >
      {error ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={3} />
      ) : data.tasks.length === 0 ? (
        <EmptyState title={t('monitoring.tasks.none')}>{t('monitoring.tasks.noneNext')}</EmptyState>
      ) : (
        <ul className={styles.tasks}>
          {data.tasks.map((task) => (
            <Task
              key={task.id}
              caseId={caseId}
              task={task}
              mayWrite={data.mayWrite}
              onAsk={(what) => setAsking({ what, task })}
            />
          ))}
        </ul>
      )}
      {data && <EndedTasks caseId={caseId} />}
      {asking?.what === 'add' && data && (
        <AddTaskDialog caseId={caseId} assignees={data.assignees} onClose={close} />
      )}
      {asking?.what === 'move' && (
        <MoveTaskDialog
          caseId={caseId}
          task={{ ...asking.task, time: asking.task.dueTime }}
          onClose={close}
        />
      )}
      {asking?.what === 'drop' && (
        <DropTaskDialog caseId={caseId} task={asking.task} onClose={close} />
      )}
    </Section>
  )
}

interface TaskProps {
  caseId: string
  task: TaskTold
  mayWrite: boolean
  onAsk: (what: 'move' | 'drop') => void
}

function Task({ caseId, task, mayWrite, onAsk }: TaskProps) {
  const t = useWords()
  const { today } = useLocale()
  const { formatDayLong, formatClock } = useFormats()
  const finish = useFinishTask()
  const more = t('monitoring.more', { title: task.title })
  return (
    <li className={styles.task} data-print="whole">
      {mayWrite && (
        <TickButton
          label={t('monitoring.task.doneWhat', { title: task.title })}
          onPress={() => void finish(caseId, task)}
        />
      )}
      <div>
        <p>
          <bdi>{task.title}</bdi>{' '}
          {task.dueOn <= today && (
            <Level level={task.dueOn < today ? 'urgent' : 'watch'} bare>
              {t(task.dueOn < today ? 'monitoring.overdue' : 'monitoring.mark.today')}
            </Level>
          )}
        </p>
        <div className={styles.small}>
          <Facts
            facts={[
              formatDayLong(task.dueOn, false),
              task.dueTime && formatClock(task.dueTime),
              task.place && <bdi key="place">{task.place}</bdi>,
              <bdi key="worker">{task.worker.fullName}</bdi>,
            ]}
          />
        </div>
      </div>
      {mayWrite && (
        <Menu
          label={more}
          trigger={<IconButton icon="more" size="small" label={more} />}
          entries={[
            {
              key: 'move',
              label: t('monitoring.task.move'),
              icon: 'calendar',
              onAction: () => onAsk('move'),
            },
            {
              key: 'drop',
              label: t('monitoring.task.drop'),
              icon: 'close',
              onAction: () => onAsk('drop'),
            },
          ]}
        />
      )}
    </li>
  )
}

const tasksOf = (page: AnswerOf<typeof listTasks>) => page.tasks

/** What was done or dropped, fetched when somebody asks. */
function EndedTasks({ caseId }: { caseId: string }) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      className={styles.ended}
      data-print="never"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('monitoring.tasks.ended')}</summary>
      {isOpen && <EndedTaskList caseId={caseId} />}
    </details>
  )
}

function EndedTaskList({ caseId }: { caseId: string }) {
  const t = useWords()
  const { formatDay, dayOfInstant } = useFormats()
  const { rows, isLoading, hasMore, onMore, problem, onRetry } = usePages(
    listTasks,
    { params: { caseId }, query: { state: 'ended' } },
    tasksOf,
  )
  if (problem) return <ErrorState problem={problem} onRetry={onRetry} />
  if (rows.length === 0) {
    return isLoading ? (
      <Skeleton lines={2} />
    ) : (
      <p className={styles.small}>{t('monitoring.tasks.noneEnded')}</p>
    )
  }
  return (
    <>
      <ul className={styles.tasks}>
        {rows.map((task) => (
          <li key={task.id} className={styles.endedTask}>
            <p>
              <bdi>{task.title}</bdi>
            </p>
            <p className={styles.small}>
              {task.doneAt !== null
                ? t('monitoring.task.doneBy', {
                    name: task.doneByName ?? '',
                    day: formatDay(dayOfInstant(task.doneAt)),
                  })
                : t('monitoring.task.droppedBecause', { reason: task.droppedReason })}
            </p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button size="small" isPending={isLoading} onPress={onMore}>
          {t('monitoring.contacts.earlier')}
        </Button>
      )}
    </>
  )
}
