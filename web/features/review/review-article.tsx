import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { recordReview } from '@peyvand/domain/review/contract.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { AttainmentDots } from '../../ui/attainment.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Small } from '../../ui/layout.tsx'
import styles from './review.module.css'

export type ReviewTold = AnswerOf<typeof recordReview>

/** One review as text: the decision first, then what it rests on. */
export function ReviewArticle({ review }: { review: ReviewTold }) {
  const t = useWords()
  const { formatDayLong, formatDay } = useFormats()
  return (
    <article className={styles.review} data-print="whole">
      <header className={styles.head}>
        <h3>{t('review.decided', { decision: t(`review.decision.${review.decision}`) })}</h3>
        <Small>
          {formatDayLong(review.onDay)} · <bdi>{review.byName}</bdi>
        </Small>
      </header>
      <p className={styles.text}>
        <bdi>{review.decisionReason}</bdi>
      </p>
      <Scores review={review} />
      {review.attainment.length > 0 && (
        <ul className={styles.goals}>
          {review.attainment.map((goal) => (
            <li key={goal.goalId}>
              <span>{t('monitoring.goal.quoted', { words: goal.words })}</span>
              <AttainmentDots start={undefined} now={goal.level} />
              {goal.remark && <Small>{goal.remark}</Small>}
            </li>
          ))}
        </ul>
      )}
      <DefinitionList
        entries={[
          {
            key: 'says',
            name: t('review.clientSays'),
            value:
              review.clientSays !== '' ? (
                <span className={styles.text}>
                  {t('monitoring.goal.quoted', { words: review.clientSays })}
                </span>
              ) : (
                t('review.clientSaysMissingBecause', { reason: review.clientSaysMissing })
              ),
          },
          { key: 'who', name: t('review.participants'), value: <bdi>{review.participants}</bdi> },
          {
            key: 'needs',
            name: t('review.needsChanged'),
            value: review.needsChanged && <bdi className={styles.text}>{review.needsChanged}</bdi>,
          },
          {
            key: 'next',
            name: t('review.next'),
            value: review.nextOn && formatDay(review.nextOn),
          },
        ]}
      />
    </article>
  )
}

/** How far the goals have come, as T-scores: at the start, on that day, the change. */
export function Scores({ review }: { review: Pick<ReviewTold, 'tScore' | 'tBaseline'> }) {
  const t = useWords()
  const { formatNumber, formatSigned } = useFormats()
  const { tScore, tBaseline } = review
  if (tScore === null || tBaseline === null) return null
  return (
    <p className={styles.score}>
      {t('monitoring.goals.score', {
        now: formatNumber(Math.round(tScore)),
        start: formatNumber(Math.round(tBaseline)),
        change: formatSigned(Math.round(tScore) - Math.round(tBaseline)),
      })}
    </p>
  )
}
