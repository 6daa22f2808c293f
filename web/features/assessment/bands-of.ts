import type { ScaleBand } from '@peyvand/domain/assessment/score.ts'
import type { Scale } from '@peyvand/domain/assessment/scoring.ts'
import type { LocalText } from '@peyvand/domain/text/local-text.ts'
import type { ScoreBand } from '../../ui/score-chart.tsx'

/** The bands that a score's meaning was read from: those of the same group of people and source. */
export function bandsOf(
  { bandSets }: Scale,
  meaning: ScaleBand | undefined,
  inWords: (text: LocalText) => string,
): ScoreBand[] {
  const set = bandSets.find(
    ({ source, bands }) =>
      source === meaning?.source && bands.some(({ code }) => code === meaning.code),
  )
  return (set?.bands ?? []).map(({ from, title }) => ({ from, name: inWords(title) }))
}
