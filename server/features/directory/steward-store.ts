import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

/** Holds a service for a change; whose it is and where it came from decide what may be changed. */
export async function lockService(tx: Transaction, id: string) {
  const mine = await sql<{ mine: boolean }>`
    select steward_agency_id = my_agency() as mine from service where id = ${id} and withdrawn_at is null`.execute(
    tx,
  )
  if (!mine.rows[0]?.mine) return mine.rows[0] && { mine: false as const }
  await sql`select from service where id = ${id} for update`.execute(tx)
  const service = await tx
    .selectFrom('service')
    .select(['id', 'version', 'source', 'kind', 'organisationId', 'stewardAgencyId', 'name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { mine: true as const, ...service }
}

export type ServiceChange = Partial<{
  name: string
  description: string
  website: string
  status: string
  alert: string
  eligibility: string
  minimumAge: number | null
  maximumAge: number | null
  acceptsSex: string | null
  free: boolean | null
  fees: string
  applicationProcess: string
  waitTime: string
  interpretation: string
  needDomains: string[]
  domainsFrom: string
  wordsKey: string
  lastConfirmedOn: string
}>

export async function updateService(
  tx: Transaction,
  id: string,
  change: ServiceChange,
): Promise<void> {
  await tx.updateTable('service').set(change).where('id', '=', id).execute()
}

export async function insertConfirmation(
  tx: Transaction,
  row: {
    id: string
    stewardAgencyId: string
    kind: string
    serviceId: string
    confirmedOn: string
    how: string
    parts: string[]
    note: string
  },
): Promise<void> {
  await tx.insertInto('serviceConfirmation').values(row).execute()
}

/** A later day counts more than an earlier one, whichever was written down first. */
export async function markConfirmed(tx: Transaction, id: string, on: string): Promise<void> {
  await sql`update service set last_confirmed_on = greatest(last_confirmed_on, ${on}::date)
    where id = ${id}`.execute(tx)
}

export async function findOrganisation(tx: Transaction, id: string) {
  return await tx
    .selectFrom('organisation')
    .select(['id', 'kind'])
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
}

export interface Steward {
  stewardAgencyId: string
  kind: string
}

export async function insertOrganisation(
  tx: Transaction,
  row: Steward & { id: string; name: string },
): Promise<void> {
  await tx.insertInto('organisation').values(row).execute()
}

export async function insertService(
  tx: Transaction,
  row: Steward & { id: string; organisationId: string; name: string } & ServiceChange,
): Promise<void> {
  await tx.insertInto('service').values(row).execute()
}

/** What belongs to a service and is written with it, a list of each kind. */
export const partTables = {
  languages: { table: 'directory_language', columns: { code: 'text' } },
  areas: { table: 'service_area', columns: { name: 'text', level: 'text' } },
  papers: { table: 'service_document', columns: { document: 'text' } },
  phones: {
    table: 'directory_phone',
    columns: { number: 'text', extension: 'text', line: 'text', description: 'text' },
  },
  schedules: {
    table: 'directory_schedule',
    columns: { weekdays: 'text[]', opens_at: 'time', closes_at: 'time', description: 'text' },
  },
} as const

export type PartRow = Record<string, unknown> & { id: string }

/**
 * Makes the rows of one kind be these: those that stand already stay, the others of the service
 * are withdrawn, new ones are added.
 */
export async function replaceParts(
  tx: Transaction,
  part: keyof typeof partTables,
  of: Steward & { serviceId: string },
  rows: readonly PartRow[],
  now: string,
): Promise<void> {
  const { table, columns } = partTables[part]
  const names = sql.raw(Object.keys(columns).join(', '))
  const typed = sql.raw(
    ['id uuid', ...Object.entries(columns).map(([name, type]) => `${name} ${type}`)].join(', '),
  )
  const coming = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${typed})`
  const same = sql.raw(
    Object.keys(columns)
      .map((name) => `t.${name} is not distinct from r.${name}`)
      .join(' and '),
  )
  await sql`update ${sql.table(table)} as t set withdrawn_at = ${now}
    where t.service_id = ${of.serviceId} and t.withdrawn_at is null
      and not exists (select from ${coming} where ${same})`.execute(tx)
  await sql`insert into ${sql.table(table)} (id, steward_agency_id, kind, service_id, ${names})
    select r.id, ${of.stewardAgencyId}::uuid, ${of.kind}, ${of.serviceId}::uuid, ${sql.raw(
      Object.keys(columns)
        .map((name) => `r.${name}`)
        .join(', '),
    )} from ${coming}
    where not exists (select from ${sql.table(table)} as t
      where t.service_id = ${of.serviceId} and t.withdrawn_at is null and ${same})`.execute(tx)
}

export interface PlaceRow {
  id: string
  organisationId: string
  serviceId: string
  secret: boolean
  transport: string
  address: { id: string; lines: string; city: string; province: string; postalCode: string }
  serviceAtLocationId: string
  access: { id: string; code: string }[]
}

/** A place of a service; whatever leads to a secret one is written and read by nobody after. */
export async function insertPlace(tx: Transaction, of: Steward, place: PlaceRow): Promise<void> {
  const { id: locationId, secret: locationSecret } = place
  const owned = { ...of, locationId, locationSecret }
  await tx
    .insertInto('location')
    .values({ ...of, id: locationId, organisationId: place.organisationId, secret: locationSecret })
    .execute()
  await tx
    .insertInto('locationDetail')
    .values({ ...owned, transport: place.transport })
    .execute()
  await tx
    .insertInto('directoryAddress')
    .values({ ...owned, ...place.address })
    .execute()
  await tx
    .insertInto('serviceAtLocation')
    .values({ ...owned, id: place.serviceAtLocationId, serviceId: place.serviceId })
    .execute()
  if (place.access.length === 0) return
  await tx
    .insertInto('directoryAccessibility')
    .values(place.access.map((access) => ({ ...owned, ...access })))
    .execute()
}

/** The service is at none of the places it was at; a secret one is out of reach already. */
export async function withdrawPlaces(
  tx: Transaction,
  serviceId: string,
  now: string,
): Promise<void> {
  await tx
    .updateTable('serviceAtLocation')
    .set({ withdrawnAt: now })
    .where('serviceId', '=', serviceId)
    .where('withdrawnAt', 'is', null)
    .execute()
}

export async function findPlace(tx: Transaction, id: string) {
  return await sql<{ id: string; version: number; mine: boolean }>`
    select id, version, steward_agency_id = my_agency() as mine from location
    where id = ${id} and withdrawn_at is null`
    .execute(tx)
    .then(({ rows }) => rows[0])
}

export async function lockPlace(tx: Transaction, id: string): Promise<void> {
  await sql`select from location where id = ${id} for update`.execute(tx)
}

export async function updateSecrecy(tx: Transaction, id: string, secret: boolean): Promise<void> {
  await tx.updateTable('location').set({ secret }).where('id', '=', id).execute()
}
