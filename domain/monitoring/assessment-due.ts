import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { DueFacts } from './due-facts.ts'
import { levelByDay, makeDueItem } from './due-item.ts'
import type { DueItem } from './due-item.ts'
import { norms } from './norms.ts'

/** No completed assessment in this episode; and assessments without the client's own view. */
export function assessmentDue(facts: DueFacts, today: Day): DueItem[] {
  return [...missing(facts, today), ...withoutClientView(facts, today)]
}

function missing({ assessments, openedOn, managerId }: DueFacts, today: Day): DueItem[] {
  if (assessments.some(({ status }) => status === 'completed')) return []
  const dueOn = addDays(openedOn, norms.assessment)
  const drafts = assessments.map(({ startedOn }) => startedOn).toSorted()
  return [
    makeDueItem('assessment_missing', {
      level: levelByDay(dueOn, today),
      dueOn,
      workerId: managerId,
      facts: { since: openedOn, withinDays: norms.assessment, draftSince: drafts[0] ?? null },
    }),
  ]
}

function withoutClientView({ assessments, managerId }: DueFacts, today: Day): DueItem[] {
  return assessments
    .filter(({ clientViewTold }) => !clientViewTold)
    .map((assessment) => {
      const dueOn = addDays(assessment.startedOn, norms.clientView)
      return makeDueItem('client_view_missing', {
        level: levelByDay(dueOn, today),
        dueOn,
        subjectId: assessment.id,
        workerId: assessment.startedBy ?? managerId,
        dataGroup: assessment.dataGroup,
        facts: { title: assessment.title, since: assessment.startedOn },
      })
    })
}
