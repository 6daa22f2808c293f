import { v7 as newId } from 'uuid'
import type { TestAgency } from './make-agency.ts'
import type { TestApp } from './test-app.ts'

export interface TestCase {
  caseId: string
  clientId: string
  householdId: string
  childId: string
}

const everyGroup = '{core,family,plan,notes,health,substance_use,school,legal,money}'

/** An open case of a mother and her child, with `caseworker` as manager and `supervisor` beside. */
export async function openTestCase(
  { owner }: Pick<TestApp, 'owner'>,
  agency: TestAgency,
): Promise<TestCase> {
  const made = { caseId: newId(), clientId: newId(), householdId: newId(), childId: newId() }
  const number = `1405-${made.caseId.slice(-6)}`
  const by = agency.caseworker.id
  const statements: [string, unknown[]][] = [
    [
      `insert into person (id, agency_id, given_name, family_name, sex, born_on, born_precision, safe_contact, created_by)
       values ($1, $3, 'ریحانه', 'مرادیان', 'female', '1992-06-02', 'day', 'پیام صوتی نگذارید', $4),
              ($2, $3, 'آرمین', 'مرادیان', 'male', '2015-03-10', 'day', '', $4)`,
      [made.clientId, made.childId, agency.id, by],
    ],
    [
      'insert into household (id, agency_id, name, created_by) values ($1, $2, $3, $4)',
      [made.householdId, agency.id, 'مرادیان', by],
    ],
    [
      `insert into household_member (id, household_id, person_id, role, is_head)
       values ($1, $3, $4, 'mother', true), ($2, $3, $5, 'child', false)`,
      [newId(), newId(), made.householdId, made.clientId, made.childId],
    ],
    [
      `insert into case_file (id, agency_id, number, client_id, household_id, programme_id, practice_model_id,
         practice_model_reason, opened_on, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, 'her own strengths', '2026-10-01', $8)`,
      [
        made.caseId,
        agency.id,
        number,
        made.clientId,
        made.householdId,
        agency.programmeId,
        agency.practiceModelId,
        by,
      ],
    ],
    [
      `insert into case_person (case_id, person_id, part) values ($1, $2, 'client'), ($1, $3, 'household')`,
      [made.caseId, made.clientId, made.childId],
    ],
    [
      `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by)
       values ($1, $3, $4, 'case_manager', $6, true, '2026-10-01', $4), ($2, $3, $5, 'supervisor', $6, true, '2026-10-01', $4)`,
      [newId(), newId(), made.caseId, agency.caseworker.id, agency.supervisor.id, everyGroup],
    ],
    [
      'select derive_access($1, $2), derive_access($1, $3)',
      [made.caseId, agency.caseworker.id, agency.supervisor.id],
    ],
  ]
  for (const [sql, values] of statements) await owner.query(sql, values)
  return made
}
