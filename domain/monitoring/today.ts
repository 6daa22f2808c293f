import type { Day } from '../calendar/day.ts'
import { levels } from '../cases/levels.ts'
import type { Level } from '../cases/levels.ts'
import type { DueRule } from './due-rules.ts'

export interface TodayItem {
  key: string
  caseId: string
  householdId: string | null
  rule: DueRule
  level: Level
  dueOn: Day
  /** `HH:MM` of an appointment. */
  time: string | null
  snoozedUntil: Day | null
}

export interface TodayGroups<T extends TodayItem> {
  /** Urgent, as everything late is, or a crisis. */
  now: T[]
  tonight: T[]
  week: T[]
  /** Put off with a reason, until a later day. */
  snoozed: T[]
}

/** What needs me now, what until tonight, what this week; danger first, then the day. */
export function groupToday<T extends TodayItem>(items: readonly T[], today: Day): TodayGroups<T> {
  const groups: TodayGroups<T> = { now: [], tonight: [], week: [], snoozed: [] }
  for (const item of items.toSorted(byDanger)) groups[groupOf(item, today)].push(item)
  return groups
}

function groupOf({ level, dueOn, snoozedUntil }: TodayItem, today: Day): keyof TodayGroups<never> {
  if (snoozedUntil !== null && snoozedUntil > today && level !== 'crisis') return 'snoozed'
  if (level === 'crisis' || level === 'urgent') return 'now'
  return dueOn <= today ? 'tonight' : 'week'
}

function byDanger(one: TodayItem, other: TodayItem): number {
  return (
    levels.indexOf(other.level) - levels.indexOf(one.level) ||
    compare(one.dueOn, other.dueOn) ||
    compare(one.time ?? '99:99', other.time ?? '99:99') ||
    compare(`${one.caseId} ${one.key}`, `${other.caseId} ${other.key}`)
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** What is settled face to face, and so together with other things in one visit. */
const settledInVisit: ReadonlySet<DueRule> = new Set([
  'task_due',
  'action_due',
  'assessment_missing',
  'client_view_missing',
  'need_unanswered',
  'goal_stalled',
  'plan_awaits_agreement',
  'plan_to_sign',
  'plan_refused',
  'consent_ending',
  'review_due',
])

/** What may become that visit, today’s appointment before a contact that is due anyway. */
const becomesVisit: readonly DueRule[] = ['appointment_due', 'contact_due', 'contacts_missed']

/**
 * Jobs for one household gathered into one visit: at the item that is or becomes the visit, what
 * else can be settled in it. Households without such an item stay as they are.
 *
 * @returns the others by the item of the visit.
 */
export function gatherJobs<T extends TodayItem>(
  items: readonly T[],
  today: Day,
): ReadonlyMap<T, readonly T[]> {
  const households = new Map<string, T[]>()
  for (const item of items) {
    const household = item.householdId ?? item.caseId
    households.set(household, [...(households.get(household) ?? []), item])
  }
  const gathered = new Map<T, readonly T[]>()
  for (const jobs of households.values()) {
    const visit = jobs
      .filter(({ rule, dueOn }) =>
        rule === 'appointment_due' ? dueOn === today : becomesVisit.includes(rule),
      )
      .toSorted(
        (a, b) =>
          becomesVisit.indexOf(a.rule) - becomesVisit.indexOf(b.rule) ||
          compare(a.time ?? '99:99', b.time ?? '99:99'),
      )[0]
    const others = jobs.filter(({ rule }) => settledInVisit.has(rule))
    if (visit && others.length > 0) gathered.set(visit, others)
  }
  return gathered
}
