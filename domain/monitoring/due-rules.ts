import type { Element } from '../cases/levels.ts'

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
