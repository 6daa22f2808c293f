import { readInstrument, scoreReport } from '@peyvand/domain/assessment/contract.ts'
import { scoreWaits } from '@peyvand/domain/assessment/protocol.ts'
import type { ScaleBand } from '@peyvand/domain/assessment/score.ts'
import { useMemo } from 'react'
import { useLocale } from '../../platform/locale.tsx'
import { useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { ScoreChart } from '../../ui/score-chart.tsx'
import type { ScoreMarker } from '../../ui/score-chart.tsx'
import { bandsOf } from '../assessment/bands-of.ts'
import { useInWords } from '../assessment/in-words.tsx'
import { parseInstrument } from '../assessment/use-instrument.ts'
import type { CaseFile } from './case-frame.tsx'

interface Line {
  key: string
  title: string
  instrument: string
  /** The edition of the last score, and what that score means in it. */
  instrumentId: string
  scaleId: string
  meaning: ScaleBand | undefined
  least: number
  most: number
  points: { day: string; score: number; meaning: string }[]
}

/** Scores over time, one picture a scale, with the services that began meanwhile marked on it. */
export function ScorePanels({ file }: { file: CaseFile }) {
  const { dayOfInstant } = useFormats()
  const markers = file.needs
    .flatMap(({ referrals }) => referrals)
    .filter(({ status, sentAt }) => sentAt && ['started', 'completed'].includes(status))
    .map(({ sentAt, serviceName }) => ({ day: dayOfInstant(sentAt ?? ''), text: serviceName }))
  return useLines(file).map((line) => <ScorePanel key={line.key} line={line} markers={markers} />)
}

function useLines(file: CaseFile): Line[] {
  const inWords = useInWords()
  const { settings } = useLocale()
  const { dayOfInstant } = useFormats()
  const lines = new Map<string, Line>()
  for (const told of file.scores) {
    const report = scoreReport.safeParse(told.scores)
    if (!report.success) continue
    const opened = report.data.flags.map(({ protocol }) => protocol)
    if (scoreWaits({ opened, at: told.protocolAt })) continue
    for (const scale of report.data.scales) {
      if (scale.value === undefined) continue
      const key = `${told.personId} ${told.instrumentCode} ${scale.id}`
      const point = {
        day: dayOfInstant(told.completedAt),
        score: scale.value,
        meaning: scale.band ? inWords(scale.band.title) : '',
      }
      lines.set(key, {
        key,
        title: inWords(scale.title),
        instrument: settings.language === 'fa' ? told.titleFa : told.titleEn,
        instrumentId: told.instrumentId,
        scaleId: scale.id,
        meaning: scale.band,
        ...scale.range,
        points: [...(lines.get(key)?.points ?? []), point],
      })
    }
  }
  return [...lines.values()]
}

function ScorePanel({ line, markers }: { line: Line; markers: readonly ScoreMarker[] }) {
  const t = useWords()
  const inWords = useInWords()
  const { formatNumber } = useFormats()
  const { data } = useEndpoint(readInstrument, { params: { instrumentId: line.instrumentId } })
  const scale = useMemo(
    () => data && parseInstrument(data).scoring?.scales.find(({ id }) => id === line.scaleId),
    [data, line.scaleId],
  )
  const first = line.points[0]
  const last = line.points.at(-1)
  if (!first || !last) return null
  const difference = Math.abs(last.score - first.score)
  const way = last.score < first.score ? 'lower' : last.score > first.score ? 'higher' : 'same'
  return (
    <Section title={line.title} aside={line.instrument}>
      <p>
        {line.points.length === 1
          ? t('cases.score.first', { score: formatNumber(last.score), meaning: last.meaning })
          : t(`cases.score.${way}`, { difference, meaning: last.meaning })}
      </p>
      <ScoreChart
        label={t('cases.score.label', { scale: line.title, score: formatNumber(last.score) })}
        min={line.least}
        max={line.most}
        points={line.points}
        bands={scale ? bandsOf(scale, line.meaning, inWords) : []}
        markers={markers}
      />
    </Section>
  )
}
