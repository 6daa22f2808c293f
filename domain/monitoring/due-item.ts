import { z } from 'zod'
import { dataGroups } from '../access/data-groups.ts'
import { elements, levels } from '../cases/levels.ts'
import type { Element, Level } from '../cases/levels.ts'
import { localText } from '../text/local-text.ts'
import type { Day } from '../calendar/day.ts'
import { dueActs, dueRules } from './due-rules.ts'
import type { DueAct, DueRule } from './due-rules.ts'

const day = z.iso.date()
const days = z.int()
const dated = z.object({ title: z.string(), time: z.string().nullable(), place: z.string() })

/** What each rule's sentence is made of: the fact, and the norm it is measured against. */
export const dueFactsOf = {
  /** `never`: no contact in this episode; `since` is then the day it began. */
  contact_due: z.object({ since: day, everyDays: days, never: z.boolean() }),
  contacts_missed: z.object({ tries: days, since: day }),
  note_unsigned: z.object({ since: day, withinDays: days, contactKind: z.string().nullable() }),
  goal_stalled: z.object({ number: days, words: z.string(), since: day, withinDays: days }),
  task_due: dated,
  appointment_due: dated,
  assessment_missing: z.object({ since: day, withinDays: days, draftSince: day.nullable() }),
  client_view_missing: z.object({ title: localText, since: day }),
  need_unanswered: z.object({
    number: days,
    statement: z.string(),
    severity: days,
    since: day,
    withinDays: days,
  }),
  /** `edition` 0: no plan was begun, and `since` is the day the assessment was completed. */
  plan_not_proposed: z.object({ edition: days, since: day, withinDays: days }),
  plan_awaits_agreement: z.object({ edition: days, since: day, withinDays: days }),
  plan_to_sign: z.object({ edition: days, since: day, withinDays: days }),
  plan_refused: z.object({ edition: days, since: day }),
  action_due: z.object({ what: z.string(), goalNumber: days }),
  referral_silent: z.object({
    service: z.string(),
    organisation: z.string(),
    since: day,
    withinDays: days,
  }),
  referral_without_help: z.object({
    service: z.string(),
    organisation: z.string(),
    how: z.enum(['declined', 'stopped', 'not_eligible', 'no_capacity', 'not_reached']),
    statement: z.string(),
    since: day,
  }),
  consent_ending: z.object({ recipient: z.string(), until: day, referrals: days }),
  score_worse: z.object({
    title: localText,
    scale: localText,
    before: z.number(),
    now: z.number(),
    since: day,
  }),
  /** `never`: no review in this episode; `set`: the last review named the day. */
  review_due: z.object({
    since: day,
    everyDays: days.nullable(),
    never: z.boolean(),
    set: z.boolean(),
  }),
  follow_up_due: z.object({ months: days, closedOn: day }),
} as const satisfies Record<DueRule, z.ZodType>

export type DueFactsOf<R extends DueRule> = z.output<(typeof dueFactsOf)[R]>

interface Due<R extends DueRule> {
  /** The same item keeps its key for as long as it holds. */
  key: string
  rule: R
  element: Element
  level: Level
  dueOn: Day
  facts: DueFactsOf<R>
  act: DueAct
  /** The row that the act is about; absent when it is the case itself. */
  subjectId: string | null
  /** Whose work it is. */
  workerId: string | null
  /** Who may read it: the group that the facts come from. */
  dataGroup: (typeof dataGroups)[number]
}

export type DueItem = { [R in DueRule]: Due<R> }[DueRule]

/** What the server keeps of an item and the screen reads; facts are checked by their rule. */
export const dueItem = z.object({
  key: z.string(),
  rule: z.enum(Object.keys(dueRules) as [DueRule, ...DueRule[]]),
  element: z.enum(elements),
  level: z.enum(levels),
  dueOn: day,
  facts: z.unknown(),
  act: z.enum(dueActs),
  subjectId: z.uuid().nullable(),
})

type Given<R extends DueRule> = Pick<Due<R>, 'level' | 'dueOn' | 'facts' | 'workerId'> & {
  subjectId?: string | null
  dataGroup?: Due<R>['dataGroup']
}

/** Puts an item together; its key is the rule and the row it is about. */
export function makeDueItem<R extends DueRule>(rule: R, given: Given<R>): Due<R> {
  const { element, act } = dueRules[rule]
  const subjectId = given.subjectId ?? null
  return {
    key: subjectId ? `${rule}:${subjectId}` : rule,
    rule,
    element,
    act,
    level: given.level,
    dueOn: given.dueOn,
    facts: given.facts,
    subjectId,
    workerId: given.workerId,
    dataGroup: given.dataGroup ?? 'core',
  }
}

/** Before its day something is normal, on its day it is to be watched, after it it is urgent. */
export function levelByDay(dueOn: Day, today: Day): Level {
  return dueOn > today ? 'normal' : dueOn === today ? 'watch' : 'urgent'
}
