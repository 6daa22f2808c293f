import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { listReviews } from '@peyvand/domain/review/contract.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Small } from '../../ui/layout.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import styles from './review.module.css'

/** What the file itself knows of needs since the last review; nobody is asked for it again. */
export function NeedsSince({ page }: { page: AnswerOf<typeof listReviews> }) {
  const t = useWords()
  const { formatDay } = useFormats()
  const { needsFound, needsEnded, since } = page
  const ended = new Set(needsEnded.map(({ id }) => id))
  const told = [...needsEnded, ...needsFound.filter(({ id }) => !ended.has(id))]
  return (
    <Section title={t('review.needsSince', { day: formatDay(since) })}>
      {told.length === 0 ? (
        <Small>{t('review.needsSince.none')}</Small>
      ) : (
        <ul className={styles.list}>
          {told.map((need) => (
            <li key={need.id}>
              <bdi>{need.statement}</bdi>
              {need.outcome === null ? (
                <Small>{t('review.needFound', { day: formatDay(need.foundOn) })}</Small>
              ) : (
                <OutcomeMark outcome={need.outcome} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
