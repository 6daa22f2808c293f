import { compareScores } from '@peyvand/domain/assessment/compare-scores.ts'
import type { Scale } from '@peyvand/domain/assessment/scoring.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { Level, Mark } from '../../ui/level.tsx'
import { Small } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { InWords, useInWords } from './in-words.tsx'
import styles from './score-beside.module.css'
import type { Assessment, Scores } from './types.ts'
import type { ReadInstrument } from './use-instrument.ts'

type ScaleScore = Scores['scales'][number]

interface ScoreBesideProps {
  assessment: Assessment
  instrument: ReadInstrument
}

/** The score of this time and of last time, side by side, each with what it means. */
export function ScoreBeside({ assessment, instrument }: ScoreBesideProps) {
  const t = useWords()
  const last = assessment.earlier.find(({ scores }) => scores !== null)
  const scales = instrument.scoring?.scales ?? []
  const now = assessment.scores
  if (scales.length === 0 && (now?.results.length ?? 0) === 0) return null
  return (
    <Section title={last ? t('assessment.score.beside') : t('assessment.score.title')}>
      {scales.map((scale) => (
        <OneScale
          key={scale.id}
          scale={scale}
          now={now?.scales.find(({ id }) => id === scale.id)}
          isDraft={assessment.status === 'draft'}
          last={
            last && {
              completedAt: last.completedAt,
              score: last.scores?.scales.find(({ id }) => id === scale.id),
            }
          }
        />
      ))}
      {now?.results.map((result) => (
        <p key={result.id} className={styles.result}>
          <Small>
            <InWords text={result.title} />
          </Small>
          <br />
          {result.finding ? (
            <Mark
              shape={result.finding.level ?? 'done'}
              tone={result.finding.level ?? 'plain'}
              bare
            >
              <InWords text={result.finding.title} />
            </Mark>
          ) : (
            t('assessment.score.noFinding')
          )}
        </p>
      ))}
    </Section>
  )
}

interface OneScaleProps {
  scale: Scale
  now: ScaleScore | undefined
  last: { completedAt: string; score: ScaleScore | undefined } | undefined
  isDraft: boolean
}

function OneScale({ scale, now, last, isDraft }: OneScaleProps) {
  const t = useWords()
  const { formatDay, dayOfInstant } = useFormats()
  const inWords = useInWords()
  const before = last?.score?.value
  const change =
    now?.value !== undefined && before !== undefined
      ? compareScores(scale, before, now.value)
      : undefined
  return (
    <div className={styles.scale}>
      <div className={styles.pair}>
        <div>
          <Small tone="faint">{t('assessment.score.thisTime')}</Small>
          <Figure score={now} isDraft={isDraft} />
        </div>
        {last && (
          <div className={styles.before}>
            <Small tone="faint">{formatDay(dayOfInstant(last.completedAt))}</Small>
            <Figure score={last.score} isDraft={false} />
          </div>
        )}
      </div>
      {change && (
        <p>
          {t(`assessment.score.change.${change.direction ?? 'other'}`, {
            difference: Math.abs(change.change),
          })}{' '}
          {change.reliable && change.direction !== 'same' && (
            <Small>
              {t(
                change.reliable.isReliable
                  ? 'assessment.score.reliable'
                  : 'assessment.score.notReliable',
                { population: inWords(change.reliable.population) },
              )}
            </Small>
          )}
        </p>
      )}
      {now && now.missing.length > 0 && (
        <Note size="small">
          {now.value === undefined
            ? t('assessment.score.missing', { count: now.missing.length })
            : t('assessment.score.prorated', { count: now.missing.length })}
        </Note>
      )}
      {now?.band && (
        <Small tone="faint">
          {t('assessment.score.population', { population: inWords(now.band.population) })}{' '}
          {now.band.fromOtherLanguage && t('assessment.score.otherLanguage')}
        </Small>
      )}
    </div>
  )
}

function Figure({ score, isDraft }: { score: ScaleScore | undefined; isDraft: boolean }) {
  const t = useWords()
  const { formatNumber } = useFormats()
  if (score?.value === undefined) {
    return (
      <p className={styles.none}>
        {t(isDraft ? 'assessment.score.later' : 'assessment.score.none')}
      </p>
    )
  }
  return (
    <>
      <p className={styles.figure}>
        {formatNumber(score.value)}
        <small>{t('assessment.score.of', { most: score.range.most })}</small>
      </p>
      {score.band &&
        (score.band.level ? (
          <Level level={score.band.level} bare>
            <InWords text={score.band.title} />
          </Level>
        ) : (
          <InWords text={score.band.title} />
        ))}
    </>
  )
}
