import { addMonthsIn } from '../calendar/add-months-in.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { whyNotWork } from '../cases/why-not-work.ts'
import type { Refusal } from '../refusals.ts'

export const closureReasons = [
  'goals_met',
  'client_wish',
  'moved',
  'transferred',
  'lost_contact',
  'died',
  'not_eligible_any_more',
  'other',
] as const
export type ClosureReason = (typeof closureReasons)[number]

export interface ClosureFacts {
  status: string
  needs: readonly { number: number; outcome: string | null; outcomeReason: string }[]
  /** Notes that their authors have not signed. */
  unsignedNotes: number
  /** Referrals without an end: draft, sent, accepted, started or waiting. */
  openReferrals: number
  openTasks: number
  /** What remains dangerous, and who watches over it; "none" is an answer. */
  remainingRisk: string
  /** What helps from now on, and whom to call. */
  aftercare: string
  reasonWords: string
}

/** What still stands between a case and its closing, in the order in which it is worked off. */
export type ClosureGap =
  'needs' | 'referrals' | 'tasks' | 'notes' | 'reason' | 'remaining_risk' | 'aftercare'

export function closureGaps(facts: ClosureFacts): ClosureGap[] {
  const gaps: ClosureGap[] = []
  if (needsWithoutOutcome(facts).length > 0) gaps.push('needs')
  if (facts.openReferrals > 0) gaps.push('referrals')
  if (facts.openTasks > 0) gaps.push('tasks')
  if (facts.unsignedNotes > 0) gaps.push('notes')
  if (facts.reasonWords.trim() === '') gaps.push('reason')
  if (facts.remainingRisk.trim() === '') gaps.push('remaining_risk')
  if (facts.aftercare.trim() === '') gaps.push('aftercare')
  return gaps
}

/**
 * Why a case cannot be closed: every need has its outcome (one unmet says why), nothing is left in
 * the hands of a partner or a colleague, every note is signed, and risk and aftercare are written.
 */
export function whyNotClose(facts: ClosureFacts): Refusal | undefined {
  const closed = whyNotWork(facts.status)
  if (closed) return closed
  const numbers = needsWithoutOutcome(facts)
  if (numbers.length > 0) return { code: 'needs_without_outcome', facts: { needs: numbers } }
  const missing = closureGaps(facts)
  return missing.length > 0 ? { code: 'closure_not_complete', facts: { missing } } : undefined
}

function needsWithoutOutcome({ needs }: ClosureFacts): number[] {
  return needs
    .filter(
      ({ outcome, outcomeReason }) =>
        outcome === null || (outcome === 'unmet' && outcomeReason.trim() === ''),
    )
    .map(({ number }) => number)
}

/** Months after closing at which one asks how it goes. */
export const followUpMonths = [1, 3, 6] as const

/** The days of the follow-ups, in months of the agency’s calendar; none after a death. */
export function followUpDays(
  reason: ClosureReason,
  closedOn: Day,
  calendar: Calendar,
): { months: number; dueOn: Day }[] {
  if (reason === 'died') return []
  return followUpMonths.map((months) => ({
    months,
    dueOn: addMonthsIn(calendar, closedOn, months),
  }))
}

/** Why a case cannot be opened again as a new episode. */
export function whyNotReopen({ status }: { status: string }): Refusal | undefined {
  return status === 'closed' ? undefined : { code: 'case_not_closed' }
}
