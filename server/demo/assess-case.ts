import { addDays } from '@peyvand/domain/calendar/day.ts'
import { fillQuestionnaire } from './fill-questionnaire.ts'
import { at } from './telling.ts'
import type { Story, Telling, Told } from './telling.ts'
import type { DemoNeed } from './words.ts'

const severities = [2, 2, 3, 3, 3, 4] as const
const views = ['client', 'shared', 'worker'] as const

/** Questionnaires over time, strengths, and each need with the problem it came from. */
export function assessCase(telling: Telling, story: Story, needs: readonly DemoNeed[]): Told[] {
  const { rows, chance, agency, newId } = telling
  const { phq9, hunger } = agency.instruments
  const first = addDays(story.openedOn, chance.between(1, 9))
  let score = chance.between(9, 22)
  let day = first
  let assessmentId: string | null = null
  for (let n = 0; n < chance.between(1, 5) && day <= agency.today; n++) {
    const id = fillQuestionnaire(telling, story, {
      instrument: phq9,
      group: 'health',
      day,
      points: score,
    })
    assessmentId ??= id
    score = Math.max(1, score - chance.between(-2, 6))
    day = addDays(day, chance.between(28, 50))
  }
  if (chance.in(0.7)) {
    const points = chance.between(0, 2)
    fillQuestionnaire(telling, story, { instrument: hunger, group: 'core', day: first, points })
  }
  for (const strength of chance.some(agency.words.strengths, chance.between(1, 3))) {
    rows.add('strength', {
      id: newId(first),
      case_id: story.caseId,
      assessment_id: assessmentId,
      level: strength.level,
      domain: strength.domain,
      kind: chance.pick(['strength', 'strength', 'resource']),
      what: strength.what,
      whose_view: chance.pick(views),
      ended_words: '',
      created_at: at(first),
      created_by: story.manager,
      version: 1,
    })
  }
  return needs.map((need, index) => {
    const problemId = newId(first)
    rows.add('problem', {
      id: problemId,
      case_id: story.caseId,
      assessment_id: assessmentId,
      level: need.level,
      domain: need.domain,
      client_words: need.told,
      worker_words: need.professional,
      ended_words: '',
      created_at: at(first),
      created_by: story.manager,
      version: 1,
    })
    const id = newId(first)
    rows.add('need', {
      id,
      case_id: story.caseId,
      number: index + 1,
      assessment_id: assessmentId,
      problem_id: problemId,
      person_id: null,
      level: need.level,
      domain: need.domain,
      statement: need.statement,
      severity: chance.pick(severities),
      urgency: 'normal',
      whose_view: chance.pick(views),
      evidence: agency.words.phrases.evidence,
      found_on: first,
      needed_amount: '',
      received_amount: '',
      set_aside: null,
      set_aside_by: null,
      set_aside_on: null,
      set_aside_reason: '',
      meanwhile: '',
      outcome: null,
      outcome_on: null,
      outcome_reason: '',
      created_at: at(first),
      created_by: story.manager,
      version: 1,
    })
    if (chance.in(0.5)) {
      rows.add('barrier', {
        id: newId(first),
        case_id: story.caseId,
        need_id: id,
        kind: need.barrier.kind,
        what: need.barrier.what,
        action: '',
        ended_words: '',
        created_at: at(first),
        created_by: story.manager,
        version: 1,
      })
    }
    return { id, need }
  })
}
