import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { readClosure } from '@peyvand/domain/review/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { makeStale } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Small } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { DropTaskDialog } from '../monitoring/drop-task-dialog.tsx'
import { TickButton } from '../monitoring/tick-button.tsx'
import { useFinishTask } from '../monitoring/use-finish-task.ts'
import styles from './review.module.css'

type Page = AnswerOf<typeof readClosure>

interface StillOpenProps {
  caseId: string
  page: Page
}

/** What is still in somebody’s hands, each with the way to end it. */
export function StillOpen({ caseId, page }: StillOpenProps) {
  const t = useWords()
  const client = useQueryClient()
  const finish = useFinishTask()
  const { formatDay } = useFormats()
  const [dropping, setDropping] = useState<Page['openTasks'][number]>()
  const { openReferrals, openTasks, unsignedNotes } = page
  const refresh = () => void makeStale(client, readClosure)
  const nothing = openReferrals.length + openTasks.length + unsignedNotes.length === 0
  return (
    <Section title={t('review.stillOpen')}>
      {nothing && <EmptyState icon="check" title={t('review.stillOpen.nothing')} />}
      <ul className={styles.list}>
        {openReferrals.map((referral) => (
          <li key={referral.id}>
            <span>
              {t('review.stillOpen.referral', {
                service: referral.service,
                organisation: referral.organisation,
              })}
            </span>
            <Link href={`/cases/${caseId}/linking`}>{t('review.stillOpen.toReferrals')}</Link>
          </li>
        ))}
        {openTasks.map((task) => (
          <li key={task.id} className={styles.openTask}>
            <TickButton
              label={t('monitoring.task.doneWhat', { title: task.title })}
              onPress={() => void finish(caseId, task).then(refresh)}
            />
            <span>
              {task.title}
              <br />
              <Small>
                {formatDay(task.dueOn)} · <bdi>{task.workerName}</bdi>
              </Small>
            </span>
            <Button size="small" look="quiet" onPress={() => setDropping(task)}>
              {t('monitoring.task.drop')}
            </Button>
          </li>
        ))}
        {unsignedNotes.map(({ authorName, notes }) => (
          <li key={authorName}>
            <span>{t('review.stillOpen.notes', { name: authorName, count: notes })}</span>
            <Link href={`/cases/${caseId}/monitoring`}>{t('review.stillOpen.toNotes')}</Link>
          </li>
        ))}
      </ul>
      {dropping && (
        <DropTaskDialog
          caseId={caseId}
          task={dropping}
          onClose={() => {
            setDropping(undefined)
            refresh()
          }}
        />
      )}
    </Section>
  )
}
