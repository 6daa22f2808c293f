import { sql } from 'kysely'
import type { DueItem } from '@peyvand/domain/monitoring/due-item.ts'
import type { Transaction } from '../../platform/db/database.ts'

export async function findZoneOfCase(tx: Transaction, caseId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('caseFile as c')
    .innerJoin('agency as a', 'a.id', 'c.agencyId')
    .select('a.timeZone')
    .where('c.id', '=', caseId)
    .executeTakeFirst()
  return row?.timeZone
}

/** Waits for whoever is changing one of these cases, in the order of their ids. */
export async function holdDue(tx: Transaction, caseIds: readonly string[]): Promise<void> {
  await sql`select hold_due(id) from unnest(${[...caseIds]}::uuid[]) as id order by id`.execute(tx)
}

export async function listDueFacts(tx: Transaction, caseIds: readonly string[]) {
  const found = await sql<{ caseId: string; facts: unknown }>`
    select case_id, facts from due_facts_of(${[...caseIds]}::uuid[])`.execute(tx)
  return found.rows
}

export async function putDue(
  tx: Transaction,
  found: readonly { caseId: string; items: readonly DueItem[] }[],
): Promise<void> {
  await sql`select put_due((f ->> 'caseId')::uuid, f -> 'items')
    from jsonb_array_elements(${JSON.stringify(found)}::jsonb) as f`.execute(tx)
}

/** Agencies where a new day began since everything due was last reckoned. */
export async function listAgenciesOfNewDay(tx: Transaction, now: string) {
  const found = await sql<{ agencyId: string; today: string }>`
    select a.id as agency_id, (${now}::timestamptz at time zone a.time_zone)::date as today
    from agency a left join due_round r on r.agency_id = a.id
    where r.done_on is null or r.done_on < (${now}::timestamptz at time zone a.time_zone)::date
    order by a.id`.execute(tx)
  return found.rows
}

/** The next cases that may have something due: open ones, and closed ones with something left. */
export async function listCasesWithDue(
  tx: Transaction,
  agencyId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select c.id from case_file c
    where c.agency_id = ${agencyId} and (${after}::uuid is null or c.id > ${after})
      and (c.status = 'open'
        or exists (select from follow_up u where u.case_id = c.id and u.done_on is null and u.cancelled_reason = '')
        or exists (select from due d where d.case_id = c.id and d.ended_at is null))
    order by c.id limit ${limit}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

export async function markRoundDone(
  tx: Transaction,
  agencyId: string,
  doneOn: string,
): Promise<void> {
  await tx
    .insertInto('dueRound')
    .values({ agencyId, doneOn })
    .onConflict((conflict) => conflict.column('agencyId').doUpdateSet({ doneOn }))
    .execute()
}
