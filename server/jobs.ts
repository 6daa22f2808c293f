import { mailResetCodeJob } from './features/access/mail-reset-code.job.ts'
import { mailAnswerLinkJob } from './features/linking/mail-answer-link.job.ts'
import { mailLinkCodeJob } from './features/linking/mail-link-code.job.ts'
import { reckonDayJob } from './features/monitoring/reckon-day.job.ts'
import { refreshDueJob } from './features/monitoring/refresh-due.job.ts'
import { reckonSummariesJob } from './features/outcomes/reckon-summaries.job.ts'
import { findLikelySameJob } from './features/people/find-likely-same.job.ts'
import { lookThroughPeopleJob } from './features/people/look-through-people.job.ts'
import { sealAuditJob } from './platform/audit/seal-audit.job.ts'
import { forgetAnswersJob } from './platform/http/forget-answers.job.ts'
import type { AnyJob } from './platform/jobs/job.ts'

/** Every job of every room; what is not listed here is never done, so a test compares the files. */
export const jobs: readonly AnyJob[] = [
  forgetAnswersJob.registered,
  mailAnswerLinkJob.registered,
  mailLinkCodeJob.registered,
  mailResetCodeJob.registered,
  reckonDayJob.registered,
  reckonSummariesJob.registered,
  refreshDueJob.registered,
  findLikelySameJob.registered,
  lookThroughPeopleJob.registered,
  sealAuditJob.registered,
]
