import { v7 as newId } from 'uuid'
import type { TestAgency } from './make-agency.ts'
import type { TestCase } from './open-test-case.ts'
import type { TestApp } from './test-app.ts'

export interface TestPlan {
  planId: string
  needId: string
  /** `sleep` begins at −1, `shelter` at −2. */
  goals: { sleep: string; shelter: string }
}

/** One need, answered by two goals of a plan in force since 1 November 2026. */
export async function putPlanInForce(
  { owner }: TestApp,
  agency: TestAgency,
  { caseId }: Pick<TestCase, 'caseId'>,
): Promise<TestPlan> {
  const made = {
    planId: newId(),
    needId: newId(),
    goals: { sleep: newId(), shelter: newId() },
  }
  const by = agency.caseworker.id
  const { sleep, shelter } = made.goals
  const statements: [string, unknown[]][] = [
    [
      `insert into need (id, case_id, number, level, domain, statement, severity, whose_view, found_on, created_by)
       values ($1, $2, 1, 'person', 'housing', 'A safe place to sleep', 3, 'client', '2026-10-10', $3)`,
      [made.needId, caseId, by],
    ],
    [
      `insert into plan (id, case_id, edition, status, in_force_on, created_by) values ($1, $2, 1, 'in_force', '2026-11-01', $3)`,
      [made.planId, caseId, by],
    ],
    [
      `insert into goal (id, case_id, plan_id, number, client_words, client_words_missing, professional_words, weight, scale, baseline, created_by)
       values ($1, $3, $4, 1, 'Sleep at night', '', 'Sleep of six hours', 1, '{"0": "Four nights a week"}', -1, $5),
              ($2, $3, $4, 2, '', 'She wished for no words of her own', 'A lease in her name', 3, '{}', -2, $5)`,
      [sleep, shelter, caseId, made.planId, by],
    ],
    [
      'insert into goal_need (case_id, goal_id, need_id) values ($1, $2, $4), ($1, $3, $4)',
      [caseId, sleep, shelter, made.needId],
    ],
  ]
  for (const [sql, values] of statements) await owner.query(sql, values)
  return made
}
