import type { DueAct } from '@peyvand/domain/monitoring/due-rules.ts'

const pages: Record<DueAct, string> = {
  record_contact: '/monitoring/contact',
  try_another_way: '/monitoring/contact',
  sign_note: '/monitoring?note=',
  record_progress: '/monitoring',
  do_task: '/monitoring',
  keep_appointment: '/monitoring/contact?appointment=',
  assess: '/assessment',
  ask_client_view: '/assessment',
  write_goal: '/plan',
  propose_plan: '/plan',
  ask_agreement: '/plan',
  sign_plan: '/plan',
  revise_plan: '/plan',
  do_action: '/plan',
  ask_partner: '/linking?referral=',
  find_service: '/linking',
  renew_consent: '/linking',
  record_review: '/review/new',
  record_follow_up: '/review',
}

/** The page of the case on which the act that ends a due item is done, opened at what it is about. */
export function dueHref(caseId: string, act: string, subjectId: string | null): string {
  const page = pages[act as DueAct]
  return `/cases/${caseId}${page.endsWith('=') ? `${page}${subjectId ?? ''}` : page}`
}
