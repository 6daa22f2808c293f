import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { closeCase } from '@peyvand/domain/review/contract.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { AttainmentDots } from '../../ui/attainment.tsx'
import { Section } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Small, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { FollowUps } from './follow-ups.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { Scores } from './review-article.tsx'
import styles from './review.module.css'

export type ClosureTold = AnswerOf<typeof closeCase>

interface ClosureSectionProps {
  caseId: string
  closure: ClosureTold
  mayWrite: boolean
}

/** How an episode was closed: why, what came of every need, what remains, and how it goes since. */
export function ClosureSection({ caseId, closure, mayWrite }: ClosureSectionProps) {
  const t = useWords()
  const { formatDay } = useFormats()
  return (
    <Section
      title={t('review.closure.title', { episode: closure.episode })}
      aside={<bdi>{closure.byName}</bdi>}
    >
      <Stack>
        {closure.reopenedOn !== null && (
          <Note>
            {t('review.closure.reopened', {
              day: formatDay(closure.reopenedOn),
              reason: closure.reopenReason,
            })}
          </Note>
        )}
        <DefinitionList
          entries={[
            {
              key: 'time',
              name: t('review.closure.time'),
              value: t('review.closure.fromTo', {
                from: formatDay(closure.openedOn),
                to: formatDay(closure.closedOn),
              }),
            },
            {
              key: 'reason',
              name: t('review.closure.why'),
              value: (
                <>
                  <b>{t(`review.reason.${closure.reason}`)}</b>
                  <p className={styles.text}>
                    <bdi>{closure.reasonWords}</bdi>
                  </p>
                </>
              ),
            },
            {
              key: 'says',
              name: t('review.clientSays'),
              value: closure.clientSays && (
                <span className={styles.text}>
                  {t('monitoring.goal.quoted', { words: closure.clientSays })}
                </span>
              ),
            },
            {
              key: 'risk',
              name: t('review.closure.risk'),
              value: <bdi className={styles.text}>{closure.remainingRisk}</bdi>,
            },
            {
              key: 'aftercare',
              name: t('review.closure.aftercare'),
              value: <bdi className={styles.text}>{closure.aftercare}</bdi>,
            },
            {
              key: 'contacts',
              name: t('review.closure.contacts'),
              value: t('review.closure.contactsTold', {
                count: closure.contacts,
                hours: Math.round(closure.contactMinutes / 60),
              }),
            },
          ]}
        />
        <Needs needs={closure.needs} />
        {closure.review && <Goals review={closure.review} />}
        <FollowUps
          caseId={caseId}
          followUps={closure.followUps}
          mayWrite={mayWrite && closure.reopenedOn === null}
        />
      </Stack>
    </Section>
  )
}

function Needs({ needs }: { needs: ClosureTold['needs'] }) {
  const t = useWords()
  if (needs.length === 0) return null
  return (
    <div>
      <h3>{t('review.closure.needs')}</h3>
      <ul className={styles.list}>
        {needs.map((need) => (
          <li key={need.id} data-print="whole">
            <span>
              <bdi>{need.statement}</bdi>
              {need.outcomeReason && (
                <>
                  <br />
                  <Small>
                    <bdi>{need.outcomeReason}</bdi>
                  </Small>
                </>
              )}
            </span>
            <OutcomeMark outcome={need.outcome} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Goals({ review }: { review: NonNullable<ClosureTold['review']> }) {
  const t = useWords()
  const { formatDay } = useFormats()
  if (review.attainment.length === 0) return null
  return (
    <div>
      <h3>{t('review.closure.goals', { day: formatDay(review.onDay) })}</h3>
      <Scores review={review} />
      <ul className={styles.goals}>
        {review.attainment.map((goal) => (
          <li key={goal.goalId}>
            <span>{t('monitoring.goal.quoted', { words: goal.words })}</span>
            <AttainmentDots start={undefined} now={goal.level} />
          </li>
        ))}
      </ul>
    </div>
  )
}
