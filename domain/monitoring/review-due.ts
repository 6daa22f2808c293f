import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { DueFacts } from './due-facts.ts'
import { levelByDay, makeDueItem } from './due-item.ts'
import type { DueItem } from './due-item.ts'
import { norms } from './norms.ts'

/** The review of the plan, on its set day or in its interval, or because a score became worse. */
export function reviewDue(facts: DueFacts, today: Day): DueItem[] {
  return [...intervalReview(facts, today), ...scoresWorse(facts)]
}

/** Follow-ups after closure. */
export function followUpsDue({ followUps, closedOn, managerId }: DueFacts, today: Day): DueItem[] {
  if (closedOn === null) return []
  return followUps
    .filter(({ dueOn }) => dueOn <= addDays(today, norms.ahead))
    .map(({ id, months, dueOn }) =>
      makeDueItem('follow_up_due', {
        level: levelByDay(dueOn, today),
        dueOn,
        subjectId: id,
        workerId: managerId,
        facts: { months, closedOn },
      }),
    )
}

function intervalReview(facts: DueFacts, today: Day): DueItem[] {
  const { reviewEveryDays, lastReviewOn, nextReviewOn, managerId } = facts
  const since = lastReviewOn ?? facts.openedOn
  const dueOn = nextReviewOn ?? (reviewEveryDays === null ? null : addDays(since, reviewEveryDays))
  if (dueOn === null || dueOn > addDays(today, norms.ahead)) return []
  return [
    makeDueItem('review_due', {
      level: levelByDay(dueOn, today),
      dueOn,
      workerId: managerId,
      dataGroup: 'plan',
      facts: {
        since,
        everyDays: reviewEveryDays,
        never: lastReviewOn === null,
        set: nextReviewOn !== null,
      },
    }),
  ]
}

function scoresWorse({ worseScores, lastReviewOn, managerId }: DueFacts): DueItem[] {
  const seen = new Set<string>()
  return worseScores
    .filter(({ on }) => lastReviewOn === null || lastReviewOn < on)
    .filter(({ assessmentId }) => !seen.has(assessmentId) && seen.add(assessmentId))
    .map((score) =>
      makeDueItem('score_worse', {
        level: 'urgent',
        dueOn: score.on,
        subjectId: score.assessmentId,
        workerId: managerId,
        dataGroup: score.dataGroup,
        facts: {
          title: score.title,
          scale: score.scale,
          before: score.before,
          now: score.now,
          since: score.on,
        },
      }),
    )
}
