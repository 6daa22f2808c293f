import { readAssessment, readFindings } from '@peyvand/domain/assessment/contract.ts'
import { readCase, readNeedLife, readTimeline } from '@peyvand/domain/cases/contract.ts'
import { listPlans, readPlan } from '@peyvand/domain/planning/contract.ts'

/** What grows old when a finding is recorded, changed or ended. */
export const findingStale = [
  readFindings,
  readAssessment,
  readCase,
  readNeedLife,
  readTimeline,
  listPlans,
  readPlan,
]
