import type { CaseStory } from './case-story.ts'
import { dayText, instantText, momentOf } from './days.ts'

/** Two tasks; those not done, as facts of what is due. */
export function addTasks(story: CaseStory) {
  const { rows, chance, ends, open, today, manager, words, caseId, id, at, within } = story
  const tasks: unknown[] = []
  for (let n = 0; n < 2; n++) {
    const due = open ? today + chance.between(-12, 20) : within(ends - chance.between(5, 40))
    const done = !open || (due < today && chance.in(0.8))
    const made = within(due - 7)
    const taskId = id(made)
    const title = chance.pick(words.tasks)
    const kind = !done && chance.in(0.3) ? 'appointment' : 'task'
    const doneAt = done ? instantText(momentOf(within(due), 200)) : null
    rows.add(
      made,
      'task',
      taskId,
      caseId,
      title,
      kind,
      dayText(due),
      manager,
      doneAt,
      done ? manager : null,
      at(made),
      manager,
    )
    if (!done)
      tasks.push({
        id: taskId,
        kind,
        title,
        dueOn: dayText(due),
        time: null,
        place: '',
        workerId: manager,
      })
  }
  return tasks
}
