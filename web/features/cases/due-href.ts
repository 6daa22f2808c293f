import type { DueAct } from '@peyvand/domain/monitoring/due-item.ts'

const pages: Record<DueAct, string> = {
  record_contact: '/monitoring',
  try_another_way: '/monitoring',
  sign_note: '/monitoring',
  record_progress: '/monitoring',
  do_task: '/monitoring',
  keep_appointment: '/monitoring',
  assess: '/assessment',
  ask_client_view: '/assessment',
  write_goal: '/plan',
  propose_plan: '/plan',
  ask_agreement: '/plan',
  sign_plan: '/plan',
  revise_plan: '/plan',
  do_action: '/plan',
  ask_partner: '/linking',
  find_service: '/linking',
  renew_consent: '/linking',
  record_review: '/review',
  record_follow_up: '/review',
}

/** The page of the case on which the act that ends a due item is done. */
export function dueHref(caseId: string, act: string): string {
  return `/cases/${caseId}${pages[act as DueAct] ?? ''}`
}
