import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { DueFacts } from './due-facts.ts'
import { levelByDay, makeDueItem } from './due-item.ts'
import type { DueItem } from './due-item.ts'
import { norms } from './norms.ts'

/** Contact in the interval of the practice model, tries that reached nobody, goals that stand still. */
export function monitoringDue(facts: DueFacts, today: Day): DueItem[] {
  return [...contactDue(facts, today), ...contactsMissed(facts), ...goalsStalled(facts, today)]
}

/** What people set a day for, and notes begun and not signed: asked for in a closed case too. */
export function datesDue(facts: DueFacts, today: Day): DueItem[] {
  return [...tasksDue(facts, today), ...notesUnsigned(facts, today)]
}

function contactDue(facts: DueFacts, today: Day): DueItem[] {
  const { contactEveryDays: everyDays, managerId } = facts
  if (everyDays === null) return []
  const lastOn = facts.contacts.find(({ reached }) => reached)?.on
  const since = lastOn ?? facts.openedOn
  const dueOn = addDays(since, everyDays)
  if (dueOn > addDays(today, norms.ahead)) return []
  const late = dueOn < today
  return [
    makeDueItem('contact_due', {
      level: late && facts.riskLevel === 'crisis' ? 'crisis' : levelByDay(dueOn, today),
      dueOn,
      workerId: managerId,
      facts: { since, everyDays, never: lastOn === undefined },
    }),
  ]
}

function contactsMissed({ contacts, managerId }: DueFacts): DueItem[] {
  const reachedAt = contacts.findIndex(({ reached }) => reached)
  const missed = reachedAt === -1 ? contacts : contacts.slice(0, reachedAt)
  const [last, first] = [missed[0], missed.at(-1)]
  if (!last || !first || missed.length < norms.missedTries) return []
  return [
    makeDueItem('contacts_missed', {
      level: missed.length >= norms.missedTriesUrgent ? 'urgent' : 'watch',
      dueOn: last.on,
      workerId: managerId,
      facts: { tries: missed.length, since: first.on },
    }),
  ]
}

function goalsStalled({ goals, contactEveryDays, managerId }: DueFacts, today: Day): DueItem[] {
  if (contactEveryDays === null) return []
  const withinDays = norms.stalledIntervals * contactEveryDays
  return goals.flatMap((goal) => {
    const since = goal.lastProgressOn ?? goal.since
    const dueOn = addDays(since, withinDays)
    if (dueOn >= today) return []
    return [
      makeDueItem('goal_stalled', {
        level: 'watch',
        dueOn,
        subjectId: goal.id,
        workerId: managerId,
        dataGroup: 'plan',
        facts: { number: goal.number, words: goal.words, since, withinDays },
      }),
    ]
  })
}

function tasksDue({ tasks }: DueFacts, today: Day): DueItem[] {
  return tasks
    .filter(({ dueOn }) => dueOn <= addDays(today, norms.ahead))
    .map(({ id, kind, dueOn, title, time, place, workerId }) =>
      makeDueItem(kind === 'task' ? 'task_due' : 'appointment_due', {
        level: levelByDay(dueOn, today),
        dueOn,
        subjectId: id,
        workerId,
        facts: { title, time, place },
      }),
    )
}

function notesUnsigned({ draftNotes }: DueFacts, today: Day): DueItem[] {
  return draftNotes.map(({ id, authorId, startedOn, contactKind }) => {
    const dueOn = addDays(startedOn, norms.noteSigned)
    return makeDueItem('note_unsigned', {
      level: levelByDay(dueOn, today),
      dueOn,
      subjectId: id,
      workerId: authorId,
      dataGroup: 'notes',
      facts: { since: startedOn, withinDays: norms.noteSigned, contactKind },
    })
  })
}
