import { fillIn } from './instruments.ts'
import type { DemoInstrument } from './instruments.ts'
import { at } from './telling.ts'
import type { Story, Telling } from './telling.ts'

interface Filling {
  instrument: DemoInstrument
  group: 'core' | 'health'
  day: string
  points: number
}

/** A questionnaire the client answered on that day, with about this many points. */
export function fillQuestionnaire(
  { rows, chance, agency, newId }: Telling,
  story: Story,
  { instrument, group, day, points }: Filling,
): string {
  const id = newId(day)
  const { answers, scores } = fillIn(instrument, chance, points, {
    language: agency.words.language,
    sex: story.sex,
  })
  rows.add('assessment', {
    id,
    case_id: story.caseId,
    data_group: group,
    instrument_id: instrument.id,
    person_id: story.clientId,
    informant: 'client',
    informant_name: '',
    language: agency.words.language,
    status: 'completed',
    answers,
    scores,
    client_view: agency.words.phrases.clientView,
    client_view_missing: '',
    protocol_words: '',
    amend_reason: '',
    error_reason: '',
    started_at: at(day, 7),
    completed_at: at(day, 7, 40),
    created_by: story.manager,
    version: 1,
  })
  return id
}
