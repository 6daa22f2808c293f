import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { readAttainment } from '@peyvand/domain/monitoring/contract.ts'
import { attainmentLevels } from '@peyvand/domain/monitoring/goal-attainment.ts'
import { useState } from 'react'
import { useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { AttainmentDots, AttainmentScale } from '../../ui/attainment.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { levelName } from './goal-choice.tsx'
import styles from './goals-panel.module.css'
import { ProgressDialog } from './progress-dialog.tsx'

export type GoalTold = AnswerOf<typeof readAttainment>['goals'][number]

/** Goals at work: where each began, where it stands, what was said last. */
export function GoalsPanel({ caseId }: { caseId: string }) {
  const t = useWords()
  const { formatNumber, formatSigned } = useFormats()
  const { data, error, refetch } = useEndpoint(readAttainment, { params: { caseId } })
  const [touched, setTouched] = useState<GoalTold>()
  return (
    <Section title={t('monitoring.goals')}>
      {error ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={4} />
      ) : data.goals.length === 0 ? (
        <EmptyState
          title={t('monitoring.goals.none')}
          action={
            <ButtonLink href={`/cases/${caseId}/plan`} size="small">
              {t('monitoring.goals.toPlan')}
            </ButtonLink>
          }
        >
          {t('monitoring.goals.noneNext')}
        </EmptyState>
      ) : (
        <>
          {data.attainment && (
            <p className={styles.score}>
              {t('monitoring.goals.score', {
                now: formatNumber(Math.round(data.attainment.now)),
                start: formatNumber(Math.round(data.attainment.baseline)),
                change: formatSigned(Math.round(data.attainment.change)),
              })}
            </p>
          )}
          <ul className={styles.goals}>
            {data.goals.map((goal) => (
              <Goal
                key={goal.id}
                goal={goal}
                {...(data.mayWrite && goal.endedOn === null
                  ? { onTouch: () => setTouched(goal) }
                  : {})}
              />
            ))}
          </ul>
        </>
      )}
      {touched && (
        <ProgressDialog caseId={caseId} goal={touched} onClose={() => setTouched(undefined)} />
      )}
    </Section>
  )
}

function Goal({ goal, onTouch }: { goal: GoalTold; onTouch?: () => void }) {
  const t = useWords()
  const { formatDay, formatSigned } = useFormats()
  const last = goal.progress.at(-1)
  const describe = (level: (typeof attainmentLevels)[number]) =>
    goal.scale[level] || t(`monitoring.level.${levelName(level)}`)
  return (
    <li className={styles.goal} data-print="whole">
      <div className={styles.head}>
        <h3>
          {goal.clientWords
            ? t('monitoring.goal.quoted', { words: goal.clientWords })
            : goal.professionalWords}
        </h3>
        <AttainmentDots start={goal.baseline ?? undefined} now={goal.levelNow ?? undefined} />
      </div>
      {last && (
        <p className={styles.last}>
          {t('monitoring.goal.last', {
            day: formatDay(last.onDay),
            judge: t(`monitoring.judge.${last.judgedBy}`),
          })}
          {last.said && `: ${t('monitoring.goal.quoted', { words: last.said })}`}
        </p>
      )}
      <details className={styles.more}>
        <summary>{t('monitoring.goal.scale')}</summary>
        <AttainmentScale
          start={goal.baseline ?? undefined}
          now={goal.levelNow ?? undefined}
          descriptions={[describe(-2), describe(-1), describe(0), describe(1), describe(2)]}
        />
        {goal.progress.length > 1 && (
          <table className={styles.course}>
            <caption>{t('monitoring.goal.course')}</caption>
            <tbody>
              {goal.progress.toReversed().map((each) => (
                <tr key={each.id}>
                  <th scope="row">{formatDay(each.onDay)}</th>
                  <td>{formatSigned(each.level)}</td>
                  <td>
                    <bdi>{each.said}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </details>
      {onTouch && (
        <Button size="small" onPress={onTouch}>
          {t('monitoring.goal.record')}
        </Button>
      )}
    </li>
  )
}
