import type { Day } from '../calendar/day.ts'
import { assessmentDue } from './assessment-due.ts'
import type { DueFacts } from './due-facts.ts'
import type { DueItem } from './due-item.ts'
import { linkingDue } from './linking-due.ts'
import { datesDue, monitoringDue } from './monitoring-due.ts'
import { planDue } from './plan-due.ts'
import { followUpsDue, reviewDue } from './review-due.ts'

/**
 * What is due on a case, with rule, reason and the act that ends it: the one place from which
 * everything due comes. A closed case asks only for its follow-ups, for notes still unsigned and
 * for what people set a date for.
 *
 * @param today the agency's day.
 */
export function dueItems(facts: DueFacts, today: Day): DueItem[] {
  const always = [...datesDue(facts, today), ...followUpsDue(facts, today)]
  if (facts.status === 'closed') return always
  return [
    ...assessmentDue(facts, today),
    ...planDue(facts, today),
    ...linkingDue(facts, today),
    ...monitoringDue(facts, today),
    ...reviewDue(facts, today),
    ...always,
  ]
}
