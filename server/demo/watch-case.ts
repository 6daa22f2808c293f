import { addDays, daysBetween } from '@peyvand/domain/calendar/day.ts'
import { reviewCase } from './review-case.ts'
import { at } from './telling.ts'
import type { Story, Telling, Told } from './telling.ts'
import { writeNote } from './write-note.ts'

const contactKinds = [
  'call',
  'call',
  'home_visit',
  'office_visit',
  'office_visit',
  'school_visit',
  'meeting',
  'message',
] as const

/** Contacts at about the rhythm of the programme, what they moved, reviews in their time, and tasks. */
export function watchCase(
  telling: Telling,
  story: Story,
  goals: readonly Told[],
  ends: string,
): void {
  const { chance, agency, newId } = telling
  const levels = new Map<string, number>(goals.map(({ id }) => [id, chance.pick([-2, -1])]))
  let day = addDays(story.openedOn, chance.between(1, 4))
  let reviewed = story.openedOn
  const lastDay =
    ends === agency.today && chance.in(0.12) ? addDays(ends, -chance.between(16, 40)) : ends
  while (day < lastDay) {
    const contactId = newId(day)
    const reached = addContact(telling, story, contactId, day)
    if (reached && chance.in(0.6)) writeNote(telling, story, contactId, day)
    const goal = goals.length > 0 && chance.in(0.35) ? chance.pick(goals) : undefined
    if (goal) {
      const level = Math.min(2, (levels.get(goal.id) ?? -2) + chance.between(0, 1))
      levels.set(goal.id, level)
      addProgress(telling, story, { goal, level, contactId, day })
    }
    if (daysBetween(reviewed, day) >= story.reviewEveryDays - chance.between(0, 9)) {
      reviewCase(telling, story, levels, day)
      reviewed = day
    }
    const rest = Math.round(story.contactEveryDays * (0.5 + chance.next() * 0.48))
    day = addDays(day, Math.max(3, rest))
  }
  addTasks(telling, story, ends)
}

/** Says whether the client was reached. */
function addContact(
  { rows, chance, agency }: Telling,
  story: Story,
  id: string,
  day: string,
): boolean {
  const kind = chance.pick(contactKinds)
  const reached = chance.in(0.9)
  rows.add('contact', {
    id,
    case_id: story.caseId,
    kind,
    reached,
    happened_at: at(day, chance.between(5, 12), chance.between(0, 59)),
    minutes: reached ? chance.between(10, 75) : 2,
    travel_minutes: kind === 'home_visit' || kind === 'school_visit' ? chance.between(15, 60) : 0,
    with_persons: reached ? [story.clientId] : [],
    with_others: '',
    place: '',
    purpose: chance.pick(agency.words.purposes),
    worker_id: story.manager,
    entered_in_error: '',
    created_at: at(day, 13),
    created_by: story.manager,
    version: 1,
  })
  return reached
}

interface Progress {
  goal: Told
  level: number
  contactId: string
  day: string
}

function addProgress(
  { rows, chance, newId }: Telling,
  story: Story,
  { goal, level, contactId, day }: Progress,
): void {
  rows.add('goal_progress', {
    id: newId(day),
    case_id: story.caseId,
    goal_id: goal.id,
    contact_id: contactId,
    on_day: day,
    level,
    said: goal.need.progress[Math.max(0, Math.min(2, level + 1))] ?? '',
    judged_by: chance.pick(['client', 'worker', 'shared']),
    created_at: at(day, 13),
    created_by: story.manager,
  })
}

function addTasks({ rows, chance, agency, newId }: Telling, story: Story, ends: string): void {
  for (let n = chance.between(0, 2); n > 0; n--) {
    const isOver = ends < agency.today
    const due = addDays(ends, isOver ? -chance.between(5, 40) : chance.between(-6, 12))
    if (due <= story.openedOn) continue
    const done = isOver || (due < ends && chance.in(0.5))
    rows.add('task', {
      id: newId(story.openedOn),
      case_id: story.caseId,
      title: chance.pick(agency.words.tasks),
      kind: !done && chance.in(0.35) ? 'appointment' : 'task',
      due_on: due,
      due_time: null,
      place: '',
      worker_id: story.manager,
      done_at: done ? at(due) : null,
      done_by: done ? story.manager : null,
      dropped_reason: '',
      created_at: at(addDays(due, -3) < story.openedOn ? story.openedOn : addDays(due, -3)),
      created_by: story.manager,
      version: 1,
    })
  }
}
