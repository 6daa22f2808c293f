import { sql } from 'kysely'
import type { Act } from '../../platform/access/act.ts'

/** Whoever reads of people leaves a mark on every case of his or her own that shows them. */
export async function auditPeople(
  { tx, audited }: Act,
  ...people: [string, ...string[]]
): Promise<void> {
  for (const id of people) audited.records.add(id)
  const found = await sql<{ cases: string[] }>`
    select my_cases_of_people(${people}) as cases`.execute(tx)
  for (const id of found.rows[0]?.cases ?? []) audited.cases.add(id)
}
