import { dayText } from './days.ts'
import type { CaseStory } from './case-story.ts'
import type { MadeAgency } from './make-agency.ts'

const severities = [1, 2, 2, 3, 3, 4] as const
const outcomes = ['met', 'met', 'partly_met', 'unmet'] as const

type Instrument = MadeAgency['instruments'][number]

interface Assessed {
  id: string
  day: number
  instrument: Instrument
  filled: Instrument['filled']['fa'][number]
}

/** One or two administrations of an instrument, and the two needs that were found. */
export function addAssessments(story: CaseStory) {
  const {
    agency,
    rows,
    chance,
    opened,
    ends,
    closed,
    manager,
    person,
    words,
    personId,
    caseId,
    id,
    at,
    within,
  } = story
  const first = within(opened + chance.between(1, 9))
  const assessed: Assessed[] = []
  for (const again of chance.in(0.5) ? [0, 60] : [0]) {
    const day = first + again
    if (day > ends) break
    const instrument = chance.in(0.7) ? agency.instruments[0] : agency.instruments[1]
    if (!instrument) break
    const filled = chance.pick(instrument.filled[person.language])
    const assessmentId = id(day)
    const moment = at(day)
    rows.add(
      day,
      'assessment',
      assessmentId,
      caseId,
      instrument.dataGroup,
      instrument.id,
      personId,
      person.language,
      'completed',
      filled.answers,
      filled.scores,
      words.phrases.clientView,
      moment,
      moment,
      manager,
    )
    assessed.push({ id: assessmentId, day, instrument, filled })
  }
  const needs = chance.some(words.needs, 2).map((need, index) => {
    const needId = id(first)
    const outcome = closed === undefined ? null : chance.pick(outcomes)
    const severity = chance.pick(severities)
    const { met, partly, unmet, evidence } = words.phrases
    rows.add(
      first,
      'need',
      needId,
      caseId,
      index + 1,
      assessed[0]?.id ?? null,
      need.level,
      need.domain,
      need.statement,
      severity,
      chance.pick(['client', 'shared', 'worker']),
      evidence,
      dayText(first),
      outcome,
      outcome === null ? '' : outcome === 'met' ? met : outcome === 'unmet' ? unmet : partly,
      outcome === null || closed === undefined ? null : dayText(closed),
      at(first),
      manager,
    )
    return { id: needId, need, severity, settled: outcome !== null }
  })
  return { first, assessed, needs }
}

export type Findings = ReturnType<typeof addAssessments>
