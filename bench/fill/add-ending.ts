import type { Planned } from './add-plan.ts'
import type { CaseStory } from './case-story.ts'
import { jsonCell } from './copy-line.ts'
import { dayText } from './days.ts'

/** The last review of an open case; of a closed one the closure and what follows it. */
export function addEnding(story: CaseStory, { planned, planId, goals }: Planned) {
  const { rows, chance, opened, closed, open, today, manager, programme, words, caseId, id, at } =
    story
  const every = programme.reviewEveryDays
  let reviewed: { on: number; next: number } | undefined
  if (open && planId !== null && today - opened > every) {
    const day = Math.max(planned, today - Math.floor(chance.next() * every * 1.05))
    reviewed = { on: day, next: day + every }
    rows.add(
      day,
      'review',
      id(day),
      caseId,
      planId,
      dayText(day),
      words.phrases.participants,
      chance.pick(words.reviewSaid),
      jsonCell(Object.fromEntries(goals.map(({ id }) => [id, { level: 0, remark: '' }]))),
      'continue',
      words.phrases.decision,
      dayText(day + every),
      at(day),
      manager,
    )
  }
  const followUps: unknown[] = []
  if (closed !== undefined) {
    const closureId = id(closed)
    rows.add(
      closed,
      'closure',
      closureId,
      caseId,
      1,
      dayText(opened),
      dayText(closed),
      chance.pick(['goals_met', 'goals_met', 'client_wish', 'moved', 'lost_contact']),
      words.phrases.closureReason,
      chance.pick(words.reviewSaid),
      words.phrases.remainingRisk,
      words.phrases.aftercare,
      at(closed),
      manager,
    )
    // Before that nobody was asked how it went on.
    for (const months of today - closed < 730 ? [1, 3, 6] : []) {
      const due = closed + months * 30
      const done = due < today
      const followUpId = id(closed)
      rows.add(
        closed,
        'follow_up',
        followUpId,
        caseId,
        closureId,
        months,
        dayText(due),
        done ? dayText(due) : null,
        done ? manager : null,
        done ? true : null,
        done ? words.phrases.followUp : '',
        at(closed),
      )
      if (!done) followUps.push({ id: followUpId, months, dueOn: dayText(due) })
    }
  }
  return { reviewed, followUps }
}

export type Ending = ReturnType<typeof addEnding>
