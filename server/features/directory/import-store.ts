import { sql } from 'kysely'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'
import type { FilledTable } from './upsert-rows.ts'

interface Source {
  agencyId: string
  source: string
}

/** Two imports of one source wait for each other; the lock ends with the transaction. */
export async function lockSource(tx: Transaction, { agencyId, source }: Source): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${agencyId} ${source}`}, 0))`.execute(
    tx,
  )
}

/**
 * The database keeps the plans by which it checks foreign keys. Those it made while the tables were
 * small read them whole, which a large import would pay for with minutes.
 */
export async function expectManyRows(tx: Transaction): Promise<void> {
  await sql`discard plans`.execute(tx)
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(tx)
}

/** Ids of the rows of a source that are here, by the ids they have there. */
export async function mapSourceIds(
  tx: Transaction,
  table: FilledTable,
  { agencyId, source }: Source,
): Promise<Map<string, string>> {
  const found = await sql<{ id: string; sourceId: string }>`
    select id, source_id from ${sql.table(table.name)}
    where steward_agency_id = ${agencyId} and source = ${source}`.execute(tx)
  return new Map(found.rows.map(({ id, sourceId }) => [sourceId, id]))
}

/** Ids there of the places that are kept secret here. */
export async function listSecretPlaces(
  tx: Transaction,
  { agencyId, source }: Source,
): Promise<Set<string>> {
  const found = await sql<{ sourceId: string }>`
    select source_id from location
    where steward_agency_id = ${agencyId} and source = ${source} and secret`.execute(tx)
  return new Set(found.rows.map(({ sourceId }) => sourceId))
}

/** Withdraws the rows of a source that it names no longer; answers their ids. */
export async function withdrawMissing(
  tx: Transaction,
  table: FilledTable,
  { agencyId, source }: Source,
  present: readonly string[],
  now: string,
): Promise<string[]> {
  const withdrawn = await sql<{ id: string }>`
    update ${sql.table(table.name)} as t set withdrawn_at = ${now}
    where steward_agency_id = ${agencyId} and source = ${source} and withdrawn_at is null
      and not exists (select from unnest(${present}::uuid[]) as here (id) where here.id = t.id)
    returning t.id`.execute(tx)
  return withdrawn.rows.map(({ id }) => id)
}

export async function listServiceNames(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return await tx
    .selectFrom('service')
    .select(['id', 'name'])
    .where('id', 'in', [...ids, '00000000-0000-0000-0000-000000000000'])
    .orderBy('nameKey')
    .execute()
}

interface ImportRow {
  id: string
  stewardAgencyId: string
  source: string
  format: string
  licence: string
  attribution: string
  language: string
  files: unknown
  changes: unknown
  importedAt: string
}

export async function insertImport(tx: Transaction, row: ImportRow): Promise<void> {
  await tx
    .insertInto('directoryImport')
    .values({ ...row, files: json(row.files) as never, changes: json(row.changes) as never })
    .execute()
}

export async function listAgencyImports(tx: Transaction, agencyId: string) {
  return await tx
    .selectFrom('directoryImport')
    .select([
      'id',
      'source',
      'format',
      'licence',
      'attribution',
      'language',
      'importedAt',
      'changes',
    ])
    .where('stewardAgencyId', '=', agencyId)
    .orderBy('importedAt', 'desc')
    .limit(100)
    .execute()
}
