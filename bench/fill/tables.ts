/** The columns that are filled, by table; every other column takes its default. */
export const columnsOf = {
  person:
    'id, agency_id, given_name, family_name, other_names, father_name, sex, born_on, born_precision, national_id, national_id_missing, languages, name_tokens, created_at, created_by',
  phone_number: 'id, person_id, number, created_at',
  address: 'id, person_id, lines, area, created_at',
  household: 'id, agency_id, name, created_at, created_by',
  household_member: 'id, household_id, person_id, role, is_head, created_at',
  relationship: 'id, person_id, other_id, kind, created_at, created_by',
  request:
    'id, agency_id, desk_id, programme_id, source, presenting_problem, status, decided_at, decided_by, received_at, created_by, case_id',
  request_person: 'request_id, person_id, part, created_at',
  case_file:
    'id, agency_id, number, client_id, household_id, programme_id, practice_model_id, practice_model_reason, request_id, status, opened_on, closed_on, risk_level, risk_reason, created_at, created_by',
  case_person: 'case_id, person_id, part, created_at',
  team_member: 'id, case_id, worker_id, role, groups, may_write, since, created_at, created_by',
  case_access: 'user_id, case_id, groups, may_write, why, until',
  assessment:
    'id, case_id, data_group, instrument_id, person_id, language, status, answers, scores, client_view, started_at, completed_at, created_by',
  need: 'id, case_id, number, assessment_id, level, domain, statement, severity, whose_view, evidence, found_on, outcome, outcome_reason, outcome_on, created_at, created_by',
  plan: 'id, case_id, edition, status, sections, proposed_at, in_force_on, created_at, created_by',
  goal: 'id, case_id, plan_id, number, client_words, professional_words, readiness, target_on, scale, baseline, created_at, created_by',
  goal_need: 'case_id, goal_id, need_id',
  goal_progress:
    'id, case_id, goal_id, contact_id, on_day, level, said, judged_by, created_at, created_by',
  consent:
    'id, case_id, person_id, discloser, groups, recipient_id, recipient_name, purpose, from_on, until_on, how, witness, withdraw_how, created_at, created_by',
  referral:
    'id, case_id, need_id, service_id, consent_id, status, note, shared_groups, sent_at, seen_at, answer_expected_on, outcome, outcome_by, outcome_on, created_at, created_by',
  referral_step: 'id, case_id, referral_id, from_status, to_status, by_side, worker_id, at',
  contact:
    'id, case_id, kind, reached, happened_at, minutes, travel_minutes, with_persons, purpose, worker_id, created_at, created_by',
  note: 'id, case_id, contact_id, format, sections, status, signed_at, signed_by, author_id, created_at',
  task: 'id, case_id, title, kind, due_on, worker_id, done_at, done_by, created_at, created_by',
  review:
    'id, case_id, plan_id, on_day, participants, client_says, attainment, decision, decision_reason, next_on, created_at, created_by',
  closure:
    'id, case_id, episode, opened_on, closed_on, reason, reason_words, client_says, remaining_risk, aftercare, created_at, created_by',
  follow_up:
    'id, case_id, closure_id, months, due_on, done_on, done_by, reached, how_now, created_at',
  audit: 'at, agency_id, user_id, verb, cases, records, outcome, request_id, hash',
  command: 'id, user_id, endpoint, body_hash, at',
  history: 'table_name, row_id, case_id, data_group, changed_at, changed_by, old',
  due: 'case_id, key, data_group, rule, element, level, due_on, facts, act, subject_id, worker_id',
} as const

export type FilledTable = keyof typeof columnsOf
