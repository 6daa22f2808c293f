import { scoreReport } from '@peyvand/domain/assessment/contract.ts'
import { scoreWaits } from '@peyvand/domain/assessment/protocol.ts'
import type { LocalText } from '@peyvand/domain/text/local-text.ts'
import { useLocale } from '../../platform/locale.tsx'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Section } from '../../ui/card.tsx'
import { ScoreChart } from '../../ui/score-chart.tsx'
import type { CaseFile } from './case-frame.tsx'

interface Line {
  key: string
  title: string
  scale: string
  least: number
  most: number
  points: { day: string; score: number; meaning: string }[]
}

/** Scores over time, one picture a scale, with the services that began meanwhile marked on it. */
export function ScorePanels({ file }: { file: CaseFile }) {
  const t = useWords()
  const { settings } = useLocale()
  const { formatNumber, dayOfInstant } = useFormats()
  const inOurs = (text: LocalText) => text[settings.language] ?? text.fa ?? text.en ?? ''
  const lines = new Map<string, Line>()
  for (const told of file.scores) {
    const report = scoreReport.safeParse(told.scores)
    if (!report.success) continue
    const opened = report.data.flags.map(({ protocol }) => protocol)
    if (scoreWaits({ opened, at: told.protocolAt })) continue
    for (const scale of report.data.scales) {
      if (scale.value === undefined) continue
      const key = `${told.personId} ${told.instrumentCode} ${scale.id}`
      const line = lines.get(key) ?? {
        key,
        title: inOurs(scale.title),
        scale: settings.language === 'fa' ? told.titleFa : told.titleEn,
        ...scale.range,
        points: [],
      }
      line.points.push({
        day: dayOfInstant(told.completedAt),
        score: scale.value,
        meaning: scale.band ? inOurs(scale.band.title) : '',
      })
      lines.set(key, line)
    }
  }
  const markers = file.needs
    .flatMap(({ referrals }) => referrals)
    .filter(({ status, sentAt }) => sentAt && ['started', 'completed'].includes(status))
    .map(({ sentAt, serviceName }) => ({ day: dayOfInstant(sentAt ?? ''), text: serviceName }))
  return [...lines.values()].map((line) => {
    const first = line.points[0]
    const last = line.points.at(-1)
    if (!first || !last) return null
    const difference = Math.abs(last.score - first.score)
    const way = last.score < first.score ? 'lower' : last.score > first.score ? 'higher' : 'same'
    return (
      <Section key={line.key} title={line.title} aside={line.scale}>
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
          bands={[]}
          markers={markers}
        />
      </Section>
    )
  })
}
