import { addDays } from '@peyvand/domain/calendar/day.ts'
import { at } from './telling.ts'
import type { Story, Telling, Told } from './telling.ts'

/** One edition of a plan, agreed or not yet: a goal for most needs, each with what is done about it. */
export function planCase(
  { rows, chance, agency, newId }: Telling,
  story: Story,
  needs: readonly Told[],
  { ends, isOld }: { ends: string; isOld: boolean },
): Told[] {
  const { phrases } = agency.words
  const proposed = addDays(story.openedOn, chance.between(10, 25))
  if (proposed >= ends) return []
  const answered = (isOld || chance.in(0.8)) && addDays(proposed, 5) < ends
  const inForce =
    answered && (isOld || chance.in(0.7)) ? addDays(proposed, chance.between(1, 5)) : null
  const planId = newId(proposed)
  rows.add('plan', {
    id: planId,
    case_id: story.caseId,
    edition: 1,
    status: inForce ? 'in_force' : answered ? 'agreed' : 'proposed',
    sections: { intervention: { words: needs[0]?.need.action ?? phrases.noSection } },
    proposed_at: at(proposed),
    taken_back_reason: '',
    in_force_on: inForce,
    superseded_on: null,
    created_at: at(addDays(proposed, -2)),
    created_by: story.manager,
    version: 1,
  })
  const goals = needs
    .filter((_, index) => isOld || index === 0 || chance.in(0.7))
    .map(({ id: needId, need }, index) => {
      const id = newId(proposed)
      rows.add('goal', {
        id,
        case_id: story.caseId,
        plan_id: planId,
        continues: null,
        number: index + 1,
        client_words: need.goal,
        client_words_missing: '',
        professional_words: need.professional,
        readiness: chance.between(4, 10),
        target_on: addDays(proposed, chance.between(60, 150)),
        weight: chance.between(1, 3),
        scale: Object.fromEntries(need.scale.map((text, at) => [String(at - 2), text])),
        baseline: chance.pick([-2, -2, -1]),
        refused: false,
        ended_on: null,
        ended_words: '',
        created_at: at(addDays(proposed, -2)),
        created_by: story.manager,
        version: 1,
      })
      rows.add('goal_need', {
        case_id: story.caseId,
        goal_id: id,
        need_id: needId,
        removed_at: null,
      })
      for (const kind of ['plain', 'second'] as const) {
        if (kind === 'second' && chance.in(0.6)) continue
        const due = addDays(proposed, chance.between(14, 90))
        const done = due < addDays(agency.today, -30) || chance.in(due < agency.today ? 0.7 : 0.2)
        rows.add('action', {
          id: newId(proposed),
          case_id: story.caseId,
          goal_id: id,
          continues: null,
          kind: kind === 'plain' ? need.actionKind : 'direct_service',
          what: kind === 'plain' ? need.action : chance.pick(agency.words.tasks),
          who: kind === 'plain' ? 'worker' : 'client',
          worker_id: kind === 'plain' ? story.manager : null,
          who_name: '',
          due_on: due,
          frequency: '',
          basis: '',
          status: done ? 'done' : 'under_way',
          ended_on: done ? (due < agency.today ? due : agency.today) : null,
          drop_reason: '',
          created_at: at(addDays(proposed, -2)),
          created_by: story.manager,
          version: 1,
        })
      }
      return { id, need }
    })
  if (answered) {
    rows.add('plan_agreement', {
      id: newId(proposed),
      case_id: story.caseId,
      plan_id: planId,
      answer: 'agreed',
      how: 'recorded_word',
      person_id: story.clientId,
      signature: null,
      words: phrases.agreed,
      goal_answers: goals.map(({ id }) => ({ goalId: id, answer: 'accepted', words: '' })),
      limit_words: '',
      limit_decided_by: '',
      plan_hash: `\\x${'00'.repeat(32)}`,
      answered_on: addDays(proposed, 1),
      created_at: at(addDays(proposed, 1)),
      created_by: story.manager,
    })
  }
  return goals
}
