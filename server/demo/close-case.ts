import { addDays, addMonths } from '@peyvand/domain/calendar/day.ts'
import { reviewCase } from './review-case.ts'
import { at } from './telling.ts'
import type { Story, Telling, Told } from './telling.ts'

interface Closing {
  needs: readonly Told[]
  goals: readonly Told[]
  closedOn: string
}

/** The last review, what became of each need, the closure and its follow-ups. */
export function closeCase(
  telling: Telling,
  story: Story,
  { needs, goals, closedOn }: Closing,
): void {
  const { rows, chance, agency, newId } = telling
  const { phrases } = agency.words
  const levels = new Map(goals.map(({ id }) => [id, chance.between(-1, 2)]))
  reviewCase(telling, story, levels, addDays(closedOn, -1))
  for (const { id } of needs) {
    const outcome = chance.pick(['met', 'met', 'partly_met', 'unmet'] as const)
    rows.change('need', id, {
      outcome,
      outcome_on: closedOn,
      outcome_reason:
        outcome === 'met' ? phrases.met : outcome === 'unmet' ? phrases.unmet : phrases.partly,
    })
  }
  rows.change('case_file', story.caseId, { status: 'closed', closed_on: closedOn })
  const closureId = newId(closedOn)
  rows.add('closure', {
    id: closureId,
    case_id: story.caseId,
    episode: 1,
    opened_on: story.openedOn,
    review_id: null,
    closed_on: closedOn,
    reason: chance.pick(['goals_met', 'goals_met', 'client_wish', 'moved', 'lost_contact']),
    reason_words: phrases.closureReason,
    client_says: chance.pick(agency.words.reviewSaid),
    remaining_risk: phrases.remainingRisk,
    aftercare: phrases.aftercare,
    reopened_on: null,
    reopen_reason: '',
    created_at: at(closedOn, 14),
    created_by: story.manager,
    version: 1,
  })
  for (const months of [1, 3, 6]) {
    const due = addMonths(closedOn, months)
    const done = due < addDays(agency.today, -25) || (due < agency.today && chance.in(0.6))
    rows.add('follow_up', {
      id: newId(closedOn),
      case_id: story.caseId,
      closure_id: closureId,
      months,
      due_on: due,
      done_on: done ? due : null,
      done_by: done ? story.manager : null,
      reached: done ? true : null,
      how_now: done ? phrases.followUp : '',
      cancelled_reason: '',
      created_at: at(closedOn, 14),
      version: 1,
    })
  }
}
