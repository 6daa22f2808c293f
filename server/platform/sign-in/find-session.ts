import { whySessionEnded } from '@peyvand/domain/access/session.ts'
import { cookiesOf } from './caller.ts'
import type { Caller } from './caller.ts'
import { findMachineToken } from './machine-token.ts'
import { cookieName, headersFor } from './sign-in.ts'
import type { SignIn } from './sign-in.ts'

/** Who is signed in. Instants are ISO 8601. */
export interface FoundSession {
  userId: string
  /** Of the browser's session, or of the token when a machine calls. */
  sessionId: string
  signedInAt: string
  /** When the password or second factor was last shown; never by a machine. */
  provedAt?: string
  /** What a token may do; a browser's session has no such bounds. */
  scopes?: readonly string[]
}

/** Who is asking: a worker's browser by its cookie, or a machine that acts as a worker. */
export async function findSession(
  signIn: SignIn,
  caller: Caller,
): Promise<FoundSession | undefined> {
  if (caller.authorization === undefined) return findBrowserSession(signIn, caller)
  const token = await findMachineToken(signIn.pool, caller.authorization, signIn.now())
  if (!token?.userId) return undefined
  return {
    userId: token.userId,
    sessionId: token.tokenId,
    signedInAt: token.madeAt.toISOString(),
    scopes: token.scopes,
  }
}

/** The session of the cookie, unless it was idle too long or has lasted long enough. */
export async function findBrowserSession(
  signIn: SignIn,
  caller: Caller,
): Promise<FoundSession | undefined> {
  const { auth, pool } = signIn
  const name = await cookieName(auth, 'session')
  if (!cookiesOf(caller).some((cookie) => cookie[0] === name)) return undefined
  const headers = await headersFor(auth, caller, 'session')
  const found = await auth.api
    .getSession({ headers, query: { disableRefresh: true } })
    .catch((error: unknown) => {
      // The library wraps what the database said; an unreachable one is told as such.
      throw error instanceof Error && error.cause instanceof Error ? error.cause : error
    })
  if (!found) return undefined
  const { id, userId, signedInAt, provedAt, seenAt } = found.session
  if (!signedInAt || !provedAt || !seenAt) return undefined
  const now = signIn.now()
  const times = {
    signedInAt: signedInAt.getTime(),
    seenAt: seenAt.getTime(),
    provedAt: provedAt.getTime(),
  }
  if (whySessionEnded(times, now.getTime())) {
    await endSession(signIn, userId, id)
    return undefined
  }
  // Once a minute is near enough for half an hour, and spares a write with every request.
  if (now.getTime() - times.seenAt >= 60_000) {
    await pool.query('update auth.session set seen_at = $2 where id = $1 and seen_at < $2', [
      id,
      now,
    ])
  }
  return {
    userId,
    sessionId: id,
    signedInAt: signedInAt.toISOString(),
    provedAt: provedAt.toISOString(),
  }
}

/** Ends one session of this person; false where there is none. */
export async function endSession(
  { pool }: SignIn,
  userId: string,
  sessionId: string,
): Promise<boolean> {
  const ended = await pool.query('delete from auth.session where user_id = $1 and id = $2', [
    userId,
    sessionId,
  ])
  return ended.rowCount === 1
}
