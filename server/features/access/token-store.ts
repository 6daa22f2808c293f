import { sql } from 'kysely'
import type { PartnerScope } from '@peyvand/domain/access/token-scopes.ts'
import type { Transaction } from '../../platform/db/database.ts'

export interface TokenRow {
  id: string
  kind: 'person' | 'partner_system'
  name: string
  workerId: string | null
  organisationId: string | null
  scopes: string[]
  madeAt: string
  until: string
  usedAt: string | null
}

export async function listTokensOfAgency(
  tx: Transaction,
  agencyId: string,
  now: string,
): Promise<TokenRow[]> {
  const found = await sql<TokenRow>`
    select id, kind, name, user_id as worker_id, organisation_id, scopes, made_at, until, used_at
    from auth.machine_token
    where agency_id = ${agencyId} and revoked_at is null and until > ${now}
    order by made_at desc`.execute(tx)
  return found.rows
}

/** The organisation of the directory, where this agency may read it and it is not withdrawn. */
export async function findOrganisation(
  tx: Transaction,
  id: string,
): Promise<{ id: string; name: string } | undefined> {
  return await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
}

export async function listOrganisations(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return await tx.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute()
}

export interface NewPartnerToken {
  id: string
  agencyId: string
  organisationId: string
  name: string
  hash: Buffer
  scopes: readonly PartnerScope[]
  madeBy: string
  now: string
  until: string
}

export async function insertPartnerToken(tx: Transaction, token: NewPartnerToken): Promise<void> {
  await sql`
    insert into auth.machine_token
      (id, agency_id, organisation_id, kind, name, token_hash, scopes, made_by, made_at, until)
    values (${token.id}, ${token.agencyId}, ${token.organisationId}, 'partner_system', ${token.name},
      ${token.hash}, ${token.scopes}::text[], ${token.madeBy}, ${token.now}, ${token.until})`.execute(
    tx,
  )
}

/** Revokes a token of this agency; answers whose it was, or undefined where there is none. */
export async function updateRevoked(
  tx: Transaction,
  token: { id: string; agencyId: string; now: string },
): Promise<{ userId: string | null; name: string } | undefined> {
  const found = await sql<{ userId: string | null; name: string }>`
    update auth.machine_token set revoked_at = ${token.now}
    where id = ${token.id} and agency_id = ${token.agencyId} and revoked_at is null
    returning user_id, name`.execute(tx)
  return found.rows[0]
}
