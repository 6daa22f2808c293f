import type { Day } from '../calendar/day.ts'
import { levels } from '../cases/levels.ts'
import type { Level } from '../cases/levels.ts'

export interface TodayItem {
  key: string
  caseId: string
  householdId: string | null
  rule: string
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

/**
 * Jobs for one household gathered into one visit: for each household (or case, where there is
 * none) with more than one thing to do, the item at which the others are told. That is today’s
 * first appointment, else the first in the list.
 *
 * @returns the others by the host’s place in `items`.
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
    const visits = jobs.filter(({ rule, dueOn }) => rule === 'appointment_due' && dueOn === today)
    const host =
      visits.toSorted((a, b) => compare(a.time ?? '99:99', b.time ?? '99:99'))[0] ?? jobs[0]
    if (host && jobs.length > 1)
      gathered.set(
        host,
        jobs.filter((job) => job !== host),
      )
  }
  return gathered
}
