/**
 * Every reason for which a lawful-looking request is refused, with its HTTP status. The sentence
 * people read is `refusal.<code>` in the web's catalogues; `Refusal.facts` fills its blanks.
 */
export const refusals = {
  not_signed_in: 401,
  fresh_sign_in_needed: 401,
  role_not_allowed: 403,
  may_not_write: 403,
  not_same_origin: 403,
  not_found: 404,
  stale_version: 409,
  command_reused: 409,
  already_exists: 409,
  too_many: 429,
  busy: 503,
  storage_full: 507,

  request_step_not_lawful: 409,
  eligibility_not_decided: 409,
  reason_missing: 422,
  capacity_full: 409,
  person_missing: 422,
  case_closed: 409,
  case_already_open: 409,
  desk_unknown: 422,
  programme_unknown: 422,
  practice_model_unknown: 422,
  worker_unknown: 422,
  last_case_manager: 409,
  supervisor_stays: 409,
  supervision_in_circle: 422,
  partner_unknown: 422,
  not_named_on_case: 403,
  not_named_for_emergency: 403,
  nothing_to_open: 409,
  national_id_wrong: 422,
  national_id_reason_missing: 422,
  phone_number_wrong: 422,
  day_in_future: 422,
  died_before_birth: 422,
  look_up_too_little: 422,
  search_too_little: 422,
  supervisor_must_differ: 422,
  household_unknown: 422,
  relationship_with_oneself: 422,
  relationship_not_possible: 422,
  ended_before_start: 422,

  file_type_not_allowed: 422,
  file_too_large: 413,
  document_superseded: 409,

  instrument_unknown: 422,
  instrument_not_valid: 422,
  instrument_edition_published: 409,
  assessment_already_started: 409,
  answer_not_valid: 422,
  protocol_not_open: 409,
  assessment_completed: 409,
  assessment_not_complete: 422,
  client_view_missing: 422,
  need_already_ended: 409,
  need_unknown: 422,
  finding_already_ended: 409,
  strength_unknown: 422,
  proposal_unknown: 422,

  plan_step_not_lawful: 409,
  plan_not_complete: 422,
  plan_changed_since: 409,
  plan_already_in_hand: 409,
  goal_unknown: 422,
  goal_without_need: 422,

  consent_missing: 422,
  consent_withdrawn: 409,
  consent_not_lawful: 422,
  service_unknown: 422,
  service_not_accepting: 409,
  referral_already_open: 409,
  referral_step_not_lawful: 409,
  link_not_usable: 410,
  link_code_wrong: 422,
  link_code_expired: 422,

  note_signed: 409,
  note_not_signed: 409,
  note_empty: 422,
  contact_in_future: 422,
  task_done: 409,
  note_amended: 409,
  assignee_without_access: 422,
  snooze_not_lawful: 422,

  review_not_complete: 422,
  needs_without_outcome: 422,
  case_not_closed: 409,
  closure_not_complete: 422,
  follow_up_done: 409,

  set_up_done: 409,
  set_up_code_wrong: 422,
  sign_in_failed: 401,
  second_factor_needed: 401,
  second_factor_wrong: 422,
  sign_in_step_expired: 401,
  second_factor_on: 409,
  second_factor_off: 409,
  password_wrong: 422,
  password_too_weak: 422,
  reset_code_wrong: 422,
  mail_off: 409,
  user_name_taken: 409,
  email_taken: 409,
  not_for_oneself: 403,

  import_has_errors: 422,
  service_from_source: 409,
  confirmed_in_future: 422,
  organisation_unknown: 422,
  ages_reversed: 422,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusals

/** Facts that explain a refusal: plain values, never personal content of another case. */
export type RefusalFacts = Record<string, unknown>

/** A reason why a step may not be taken, as the rules of `domain` give it. */
export interface Refusal {
  code: RefusalCode
  facts?: RefusalFacts
}
