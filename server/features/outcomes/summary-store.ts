import { sql } from 'kysely'
import type { Calendar } from '@peyvand/domain/calendar/calendar.ts'
import { casesForQuarters } from '@peyvand/domain/outcomes/periods.ts'
import type { Period, PeriodLength } from '@peyvand/domain/outcomes/periods.ts'
import type { Told } from '@peyvand/domain/outcomes/suppress.ts'
import type { TopicCode } from '@peyvand/domain/outcomes/topics.ts'
import type { Transaction } from '../../platform/db/database.ts'

/** Agencies whose summaries nobody has reckoned today, by their own day. */
export async function listAgenciesToReckon(tx: Transaction, now: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from agency a left join summary_round r on r.agency_id = a.id
    where r.reckoned_at is null
      or (r.reckoned_at at time zone a.time_zone)::date < (${now}::timestamptz at time zone a.time_zone)::date
    order by a.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Waits for whoever reckons this agency now. The first one fixes for good by which calendar and how
 * long a period is.
 */
export async function lockRound(
  tx: Transaction,
  agencyId: string,
  now: string,
): Promise<{ calendar: Calendar; length: PeriodLength; timeZone: string } | undefined> {
  await sql`insert into summary_round (agency_id) select id from agency where id = ${agencyId}
    on conflict do nothing`.execute(tx)
  await sql`select from summary_round where agency_id = ${agencyId} for update`.execute(tx)
  await sql`update summary_round r set calendar = a.calendar, length = case when
      (select count(*) from (select from case_file c where c.agency_id = a.id
        and c.opened_on > ${now}::date - 730 limit ${casesForQuarters}) opened) < ${casesForQuarters}
      then 6 else 3 end
    from agency a where a.id = r.agency_id and r.agency_id = ${agencyId} and r.length is null`.execute(
    tx,
  )
  const { rows } = await sql<{ calendar: Calendar; length: PeriodLength; timeZone: string }>`
    select r.calendar, r.length, a.time_zone from summary_round r join agency a on a.id = r.agency_id
    where r.agency_id = ${agencyId}`.execute(tx)
  return rows[0]
}

export async function markReckoned(tx: Transaction, agencyId: string, at: string): Promise<void> {
  await tx
    .updateTable('summaryRound')
    .set({ reckonedAt: at })
    .where('agencyId', '=', agencyId)
    .execute()
}

export async function listToldPeriods(tx: Transaction, agencyId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('summaryPeriod')
    .select('startsOn')
    .where('agencyId', '=', agencyId)
    .orderBy('startsOn')
    .execute()
  return rows.map(({ startsOn }) => startsOn)
}

export async function listToldCells(
  tx: Transaction,
  agencyId: string,
  topic: TopicCode,
): Promise<Told[]> {
  return await tx
    .selectFrom('summaryCell')
    .select(['rowCode as row', 'startsOn as period', 'columnCode as column', 'month', 'count'])
    .where('agencyId', '=', agencyId)
    .where('topic', '=', topic)
    .orderBy('startsOn')
    .execute()
}

export async function listProgrammeIds(tx: Transaction, agencyId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('programme')
    .select('id')
    .where('agencyId', '=', agencyId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function writeProgrammes(tx: Transaction, agencyId: string): Promise<void> {
  await sql`insert into summary_programme (agency_id, programme_id, name_fa, name_en)
    select agency_id, id, name_fa, name_en from programme where agency_id = ${agencyId}
    on conflict (agency_id, programme_id) do update
      set name_fa = excluded.name_fa, name_en = excluded.name_en`.execute(tx)
}

export async function insertPeriod(
  tx: Transaction,
  agencyId: string,
  { startsOn, endsOn, year, number }: Period,
  toldAt: string,
): Promise<void> {
  await tx
    .insertInto('summaryPeriod')
    .values({ agencyId, startsOn, endsOn, year, number, toldAt })
    .execute()
}

export async function insertCells(
  tx: Transaction,
  agencyId: string,
  topic: TopicCode,
  cells: readonly Told[],
): Promise<void> {
  await sql`insert into summary_cell (agency_id, topic, starts_on, row_code, column_code, month, count)
    select ${agencyId}, ${topic}, c.period, c."row", c."column", c.month, c.count
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
      as c ("row" text, period date, "column" text, month int, count int)`.execute(tx)
}
