import { sql } from 'kysely'
import type { TokenScope } from '@peyvand/domain/access/token-scopes.ts'
import type { Transaction } from '../../platform/db/database.ts'

export interface TokenRow {
  id: string
  kind: 'person' | 'partner_system'
  name: string
  workerId: string | null
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
    select id, kind, name, user_id as worker_id, scopes, made_at, until, used_at
    from auth.machine_token
    where agency_id = ${agencyId} and revoked_at is null and until > ${now}
    order by made_at desc`.execute(tx)
  return found.rows
}

export interface NewToken {
  id: string
  agencyId: string
  userId: string | null
  name: string
  hash: Buffer
  scopes: readonly TokenScope[]
  madeBy: string | null
  now: string
  until: string
}

export async function insertToken(tx: Transaction, token: NewToken): Promise<void> {
  const kind = token.userId === null ? 'partner_system' : 'person'
  await sql`
    insert into auth.machine_token
      (id, agency_id, user_id, kind, name, token_hash, scopes, made_by, made_at, until)
    values (${token.id}, ${token.agencyId}, ${token.userId}, ${kind}, ${token.name},
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
