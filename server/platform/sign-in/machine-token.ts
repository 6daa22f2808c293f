import { createHash, randomBytes } from 'node:crypto'
import { partnerCallsPerMinute } from '@peyvand/domain/access/token-scopes.ts'
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
  /** The organisation of the directory that a token of kind partner_system is bound to. */
  organisationId: string | null
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
     select id as "tokenId", agency_id as "agencyId", kind, user_id as "userId",
            organisation_id as "organisationId", name, scopes, made_at as "madeAt"
     from found`,
    [hashMachineToken(token), now],
  )
  return found.rows[0]
}

export interface PartnerSystem {
  tokenId: string
  agencyId: string
  /** Absent on a token made before tokens were bound: it reaches nothing. */
  organisationId: string | null
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
  const { tokenId, agencyId, organisationId, scopes } = token
  return { tokenId, agencyId, organisationId, scopes }
}

/**
 * Counts a call of this token within its minute, over all processes; answers the seconds to wait
 * where there were too many.
 */
export async function countPartnerCall(
  { pool, now }: Pick<SignIn, 'pool' | 'now'>,
  tokenId: string,
): Promise<number | undefined> {
  const at = now()
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
  const counted = await pool.query<{ calls: number }>(
    `update auth.machine_token
     set calls = case when calls_from = $2 then calls + 1 else 1 end, calls_from = $2
     where id = $1 returning calls`,
    [tokenId, minute],
  )
  if ((counted.rows[0]?.calls ?? 0) <= partnerCallsPerMinute) return undefined
  return Math.max(1, Math.ceil((minute.getTime() + 60_000 - at.getTime()) / 1000))
}
