import { z } from 'zod'
import { dataGroups } from '../access/data-groups.ts'
import { compareScores } from '../assessment/compare-scores.ts'
import { localText } from '../text/local-text.ts'
import type { DueFacts } from './due-facts.ts'

/** One completed assessment with its scores, and what is known of its scales. */
export const scoredAssessment = z.object({
  assessmentId: z.uuid(),
  personId: z.uuid(),
  instrument: z.string(),
  dataGroup: z.enum(dataGroups),
  title: localText,
  on: z.iso.date(),
  scores: z.array(z.object({ id: z.string(), value: z.number().optional() })),
  scales: z
    .array(
      z.object({
        id: z.string(),
        title: localText,
        higherIs: z.enum(['better', 'worse']),
        change: z.object({
          sd: z.number().positive(),
          reliability: z.number().min(0).lt(1),
          population: z.object({ fa: z.string(), en: z.string() }),
          source: z.string(),
        }),
      }),
    )
    .nullable(),
})
export type ScoredAssessment = z.output<typeof scoredAssessment>

/**
 * Scores of the last assessment of each person with each instrument that are reliably worse than
 * the time before, or than at first: a slow decline is a decline too. The gravest comes first.
 *
 * @param scored in the order of their days.
 */
export function worseScores(scored: readonly ScoredAssessment[]): DueFacts['worseScores'] {
  const series = new Map<string, ScoredAssessment[]>()
  for (const one of scored) {
    const key = `${one.personId} ${one.instrument}`
    series.set(key, [...(series.get(key) ?? []), one])
  }
  return [...series.values()]
    .flatMap(worseInSeries)
    .toSorted((a, b) => b.index - a.index)
    .map(({ index: _index, ...worse }) => worse)
}

function worseInSeries(series: readonly ScoredAssessment[]) {
  const now = series.at(-1)
  const earlier = [series.at(-2), series[0]].filter((one) => one !== undefined && one !== now)
  return (now?.scales ?? []).flatMap((scale) => {
    const value = now && valueOf(now, scale.id)
    if (!now || value === undefined) return []
    for (const before of earlier) {
      const last = before && valueOf(before, scale.id)
      if (last === undefined) continue
      const { direction, reliable } = compareScores(scale, last, value)
      if (direction !== 'worse' || !reliable?.isReliable) continue
      const { assessmentId, dataGroup, title, on } = now
      const compared = { before: last, now: value, index: Math.abs(reliable.index) }
      return [{ assessmentId, dataGroup, title, scale: scale.title, on, ...compared }]
    }
    return []
  })
}

function valueOf({ scores }: ScoredAssessment, scale: string): number | undefined {
  return scores.find(({ id }) => id === scale)?.value
}
