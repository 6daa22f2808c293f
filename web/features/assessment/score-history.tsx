import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { ScoreChart } from '../../ui/score-chart.tsx'
import { bandsOf } from './bands-of.ts'
import { useInWords } from './in-words.tsx'
import type { Assessment } from './types.ts'
import type { ReadInstrument } from './use-instrument.ts'

interface ScoreHistoryProps {
  assessment: Assessment
  instrument: ReadInstrument
}

/** The score over all the times it was measured, once there is more than one. */
export function ScoreHistory({ assessment, instrument }: ScoreHistoryProps) {
  const t = useWords()
  const inWords = useInWords()
  const { formatNumber, dayOfInstant } = useFormats()
  const times = [
    ...(assessment.completedAt
      ? [{ completedAt: assessment.completedAt, scores: assessment.scores }]
      : []),
    ...assessment.earlier,
  ]
  return (instrument.scoring?.scales ?? []).map((scale) => {
    const points = times.flatMap(({ completedAt, scores }) => {
      const found = scores?.scales.find(({ id }) => id === scale.id)
      return found?.value === undefined
        ? []
        : [
            {
              day: dayOfInstant(completedAt),
              score: found.value,
              meaning: found.band ? inWords(found.band.title) : '',
            },
          ]
    })
    if (points.length < 2) return null
    const meaning = times
      .map(({ scores }) => scores?.scales.find(({ id }) => id === scale.id)?.band)
      .find((band) => band !== undefined)
    return (
      <Section key={scale.id} title={t('assessment.score.history')}>
        <ScoreChart
          label={t('assessment.score.historyLabel', {
            scale: inWords(scale.title),
            score: formatNumber(points[0]?.score ?? 0),
          })}
          min={scale.range.least}
          max={scale.range.most}
          points={points}
          bands={bandsOf(scale, meaning, inWords)}
        />
      </Section>
    )
  })
}
