import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

interface OrganisationRow {
  id: string
  name: string
}

/** What the agency says it is in the directory, with the version of the agency. */
export async function findOwnOrganisation(
  tx: Transaction,
  agencyId: string,
): Promise<{ organisation: OrganisationRow | null; version: number }> {
  const row = await tx
    .selectFrom('agency as a')
    .leftJoin('organisation as o', 'o.id', 'a.organisationId')
    .select(['a.version', 'o.id', 'o.name'])
    .where('a.id', '=', agencyId)
    .executeTakeFirstOrThrow()
  const { id, name, version } = row
  return { organisation: id !== null && name !== null ? { id, name } : null, version }
}

const ownKept = (tx: Transaction, agencyId: string) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('stewardAgencyId', '=', agencyId)
    .where('kind', '=', 'formal')
    .where('withdrawnAt', 'is', null)

/** Formal organisations that the agency itself keeps, in whose name these words stand. */
export async function listKeptOrganisations(
  tx: Transaction,
  agencyId: string,
  words = '',
): Promise<OrganisationRow[]> {
  return await ownKept(tx, agencyId)
    .where(sql<boolean>`position(normalise_name(${words}) in name_key) > 0`)
    .orderBy('nameKey')
    .orderBy('id')
    .limit(50)
    .execute()
}

export async function isKeptOrganisation(
  tx: Transaction,
  agencyId: string,
  organisationId: string,
): Promise<boolean> {
  const found = await ownKept(tx, agencyId).where('id', '=', organisationId).executeTakeFirst()
  return found !== undefined
}

export async function updateOwnOrganisation(
  tx: Transaction,
  agencyId: string,
  seen: number,
  organisationId: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('agency')
    .set({ organisationId })
    .where('id', '=', agencyId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
