import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { severityThatAsksForAGoal } from '../assessment/grid.ts'
import { worseLevel } from '../cases/levels.ts'
import type { DueFacts } from './due-facts.ts'
import { levelByDay, makeDueItem } from './due-item.ts'
import type { DueItem } from './due-item.ts'
import { norms } from './norms.ts'

/** Needs nobody answers, the plan on its way to agreement, and actions by their day. */
export function planDue(facts: DueFacts, today: Day): DueItem[] {
  return [
    ...needsUnanswered(facts, today),
    ...planOnItsWay(facts, today),
    ...actionsDue(facts, today),
  ]
}

function needsUnanswered({ needs, managerId }: DueFacts, today: Day): DueItem[] {
  return needs
    .filter(
      (need) => need.severity >= severityThatAsksForAGoal && !need.settled && need.goals === 0,
    )
    .map((need) => {
      const pressing = need.urgency === 'urgent' || need.urgency === 'crisis'
      const withinDays = pressing ? norms.needAnsweredUrgent : norms.needAnswered
      const dueOn = addDays(need.foundOn, withinDays)
      const byDay = levelByDay(dueOn, today)
      return makeDueItem('need_unanswered', {
        level: pressing ? worseLevel(need.urgency, byDay) : byDay,
        dueOn,
        subjectId: need.id,
        workerId: managerId,
        facts: {
          number: need.number,
          statement: need.statement,
          severity: need.severity,
          since: need.foundOn,
          withinDays,
        },
      })
    })
}

/** The newest plan tells where the plan stands; one in force asks for nothing here. */
function planOnItsWay(facts: DueFacts, today: Day): DueItem[] {
  const { plans, assessments, managerId } = facts
  const newest = plans.toSorted((a, b) => b.edition - a.edition)[0]
  const common = { workerId: managerId, dataGroup: 'plan' as const }
  if (!newest) {
    const assessedOn = assessments.flatMap(({ completedOn }) => completedOn ?? []).toSorted()[0]
    if (!assessedOn) return []
    const dueOn = addDays(assessedOn, norms.planProposed)
    const facts = { edition: 0, since: assessedOn, withinDays: norms.planProposed }
    const level = levelByDay(dueOn, today)
    return [makeDueItem('plan_not_proposed', { ...common, dueOn, level, facts })]
  }
  const { id, edition, status } = newest
  const waits = (since: Day, withinDays: number) => {
    const dueOn = addDays(since, withinDays)
    const level = levelByDay(dueOn, today)
    return { ...common, subjectId: id, dueOn, level, facts: { edition, since, withinDays } }
  }
  switch (status) {
    case 'draft':
      return [makeDueItem('plan_not_proposed', waits(newest.createdOn, norms.planProposed))]
    case 'proposed': {
      const since = newest.proposedOn ?? newest.createdOn
      return [makeDueItem('plan_awaits_agreement', waits(since, norms.planAnswered))]
    }
    case 'agreed':
    case 'partly_agreed': {
      const since = newest.answeredOn ?? newest.createdOn
      return [makeDueItem('plan_to_sign', waits(since, norms.planSigned))]
    }
    case 'refused': {
      if (plans.some((plan) => plan.status === 'in_force')) return []
      const since = newest.answeredOn ?? newest.createdOn
      const dueOn = addDays(since, norms.planProposed)
      return [
        makeDueItem('plan_refused', {
          ...common,
          subjectId: id,
          dueOn,
          level: levelByDay(dueOn, today),
          facts: { edition, since },
        }),
      ]
    }
    case 'in_force':
    case 'superseded':
      return []
  }
}

function actionsDue({ actions, managerId }: DueFacts, today: Day): DueItem[] {
  return actions
    .filter(({ dueOn }) => dueOn <= addDays(today, norms.ahead))
    .map((action) =>
      makeDueItem('action_due', {
        level: levelByDay(action.dueOn, today),
        dueOn: action.dueOn,
        subjectId: action.id,
        workerId: action.workerId ?? managerId,
        dataGroup: 'plan',
        facts: { what: action.what, goalNumber: action.goalNumber },
      }),
    )
}
