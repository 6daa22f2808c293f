import { z } from 'zod'
import { dataGroups } from '../access/data-groups.ts'
import { elements, levels } from '../cases/levels.ts'
import type { Element, Level } from '../cases/levels.ts'
import { localText } from '../text/local-text.ts'
import type { Day } from '../calendar/day.ts'

/** The one act that ends a due item. */
export const dueActs = [
  'record_contact',
  'try_another_way',
  'sign_note',
  'record_progress',
  'do_task',
  'keep_appointment',
  'assess',
  'ask_client_view',
  'write_goal',
  'propose_plan',
  'ask_agreement',
  'sign_plan',
  'revise_plan',
  'do_action',
  'ask_partner',
  'find_service',
  'renew_consent',
  'record_review',
  'record_follow_up',
] as const
export type DueAct = (typeof dueActs)[number]

/**
 * Where a rule comes from: what the practice model asks for, a sign that something goes wrong, or
 * a date that a person set.
 */
export type DueSource = 'requirement' | 'signal' | 'date'

interface DueRuleOf {
  element: Element
  act: DueAct
  source: DueSource
}

/** Every rule by which something becomes due. */
export const dueRules = {
  contact_due: { element: 'monitoring', act: 'record_contact', source: 'requirement' },
  contacts_missed: { element: 'monitoring', act: 'try_another_way', source: 'signal' },
  note_unsigned: { element: 'monitoring', act: 'sign_note', source: 'requirement' },
  goal_stalled: { element: 'monitoring', act: 'record_progress', source: 'signal' },
  task_due: { element: 'monitoring', act: 'do_task', source: 'date' },
  appointment_due: { element: 'monitoring', act: 'keep_appointment', source: 'date' },
  assessment_missing: { element: 'assessment', act: 'assess', source: 'requirement' },
  client_view_missing: { element: 'assessment', act: 'ask_client_view', source: 'requirement' },
  need_unanswered: { element: 'plan', act: 'write_goal', source: 'requirement' },
  plan_not_proposed: { element: 'plan', act: 'propose_plan', source: 'requirement' },
  plan_awaits_agreement: { element: 'plan', act: 'ask_agreement', source: 'requirement' },
  plan_to_sign: { element: 'plan', act: 'sign_plan', source: 'requirement' },
  plan_refused: { element: 'plan', act: 'revise_plan', source: 'signal' },
  action_due: { element: 'plan', act: 'do_action', source: 'date' },
  referral_silent: { element: 'linking', act: 'ask_partner', source: 'signal' },
  referral_without_help: { element: 'linking', act: 'find_service', source: 'signal' },
  consent_ending: { element: 'linking', act: 'renew_consent', source: 'signal' },
  score_worse: { element: 'review', act: 'record_review', source: 'signal' },
  review_due: { element: 'review', act: 'record_review', source: 'requirement' },
  follow_up_due: { element: 'review', act: 'record_follow_up', source: 'date' },
} as const satisfies Record<string, DueRuleOf>

export type DueRule = keyof typeof dueRules

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
