import { whySessionEnded } from '@peyvand/domain/access/session.ts'
import type { SignIn } from './sign-in.ts'

/** A place where somebody is signed in. Instants are ISO 8601. */
export interface OpenSession {
  id: string
  signedInAt: string
  seenAt: string
  userAgent: string
  address: string
}

/** Where this person is signed in, newest use first. */
export async function listSessions({ pool, now }: SignIn, userId: string): Promise<OpenSession[]> {
  const found = await pool.query<{
    id: string
    signedInAt: Date
    seenAt: Date
    userAgent: string | null
    address: string | null
  }>(
    `select id, signed_in_at as "signedInAt", seen_at as "seenAt", user_agent as "userAgent",
            ip_address as address
     from auth.session where user_id = $1 order by seen_at desc`,
    [userId],
  )
  const at = now().getTime()
  return found.rows
    .filter((row) => {
      const signedInAt = row.signedInAt.getTime()
      return !whySessionEnded(
        { signedInAt, seenAt: row.seenAt.getTime(), provedAt: signedInAt },
        at,
      )
    })
    .map((row) => ({
      id: row.id,
      signedInAt: row.signedInAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
      userAgent: row.userAgent ?? '',
      address: row.address ?? '',
    }))
}

/** Ends every session of this person but one; answers how many. */
export async function endOtherSessions(
  { pool }: SignIn,
  userId: string,
  keptId: string,
): Promise<number> {
  const ended = await pool.query('delete from auth.session where user_id = $1 and id <> $2', [
    userId,
    keptId,
  ])
  return ended.rowCount ?? 0
}
