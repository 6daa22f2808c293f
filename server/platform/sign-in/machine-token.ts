import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Caller } from './caller.ts'
import type { SignIn } from './sign-in.ts'

const prefix = 'peyvand_'

/** A new bearer token: 256 random bits. It is shown once; its hash is kept. */
export function makeMachineToken(): { token: string; hash: Buffer } {
  const token = prefix + randomBytes(32).toString('base64url')
  return { token, hash: hashMachineToken(token) }
}

export function hashMachineToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export interface FoundToken {
  tokenId: string
  agencyId: string
  kind: 'person' | 'partner_system'
  /** The worker as whom a token of kind person acts. */
  userId: string | null
  name: string
  scopes: string[]
  madeAt: Date
}

/** The token of an `Authorization: Bearer` header, while it may be used. */
export async function findMachineToken(
  pool: pg.Pool,
  authorization: string,
  now: Date,
): Promise<FoundToken | undefined> {
  const token = /^Bearer (peyvand_[A-Za-z0-9_-]{43})$/i.exec(authorization)?.[1]
  if (!token) return undefined
  // Noting the use at most once a minute keeps a busy machine from writing with every call.
  const found = await pool.query<FoundToken>(
    `with found as (
       select * from auth.machine_token
       where token_hash = $1 and revoked_at is null and until > $2
     ), noted as (
       update auth.machine_token t set used_at = $2 from found f
       where t.id = f.id and (f.used_at is null or f.used_at < $2::timestamptz - interval '1 minute')
     )
     select id as "tokenId", agency_id as "agencyId", kind, user_id as "userId", name, scopes,
            made_at as "madeAt"
     from found`,
    [hashMachineToken(token), now],
  )
  return found.rows[0]
}

export interface PartnerSystem {
  tokenId: string
  agencyId: string
  name: string
  scopes: readonly string[]
}

/** The partner system of a bearer token; it acts as nobody of the agency. */
export async function findPartnerSystem(
  { pool, now }: Pick<SignIn, 'pool' | 'now'>,
  caller: Caller,
): Promise<PartnerSystem | undefined> {
  if (caller.authorization === undefined) return undefined
  const token = await findMachineToken(pool, caller.authorization, now())
  if (!token || token.kind !== 'partner_system') return undefined
  const { tokenId, agencyId, name, scopes } = token
  return { tokenId, agencyId, name, scopes }
}
