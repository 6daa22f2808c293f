import { createHmac } from 'node:crypto'
import { attemptRules } from '@peyvand/domain/access/attempts.ts'
import { isAPIError } from 'better-auth/api'
import type pg from 'pg'
import { cookiesOf, networkOf } from './caller.ts'
import type { Caller } from './caller.ts'
import { addressHeader, createBetterAuth } from './create-better-auth.ts'
import type { BetterAuth, BetterAuthSettings } from './create-better-auth.ts'
import { limitAttempts } from './limit-attempts.ts'
import type { AttemptKey, AttemptLimit } from './limit-attempts.ts'

/** What every step of signing in works with. */
export interface SignIn {
  auth: BetterAuth
  pool: pg.Pool
  limit: AttemptLimit
  now: () => Date
  /** A hash under a key outside the database; `use` keeps hashes of different uses apart. */
  keyedHash: (use: string, words: string) => Buffer
}

export function createSignIn(settings: BetterAuthSettings): SignIn {
  const keyedHash = keyedHashWith(settings.keys.sessions)
  return {
    auth: createBetterAuth(settings),
    pool: settings.pool,
    limit: limitAttempts(settings.pool, keyedHash),
    now: settings.now,
    keyedHash,
  }
}

export function keyedHashWith(key: string): SignIn['keyedHash'] {
  return (use, words) => createHmac('sha256', key).update(`${use}\n${words}`).digest()
}

/** Tries on one account, known or not; who succeeds is free of them. */
export function accountKey(kind: 'password' | 'reset_code' | 'proof', of: string): AttemptKey {
  return { kind, of, rule: attemptRules.account, clearedBySuccess: true }
}

export function addressKey(caller: Caller): AttemptKey {
  return {
    kind: 'address',
    of: networkOf(caller.address),
    rule: attemptRules.address,
    clearedBySuccess: false,
  }
}

type CookieKind = 'session' | 'challenge'

/** The names better-auth gives its cookies: with `__Host-` where the origin is secure. */
export async function cookieName(auth: BetterAuth, kind: CookieKind): Promise<string> {
  const context = await auth.$context
  return kind === 'session'
    ? context.authCookies.sessionToken.name
    : context.createAuthCookie('two_factor').name
}

/** A request's headers for better-auth: one cookie at most, and the address as our server saw it. */
export async function headersFor(
  auth: BetterAuth,
  caller: Caller,
  kind?: CookieKind,
): Promise<Headers> {
  const headers = new Headers({
    [addressHeader]: caller.address,
    'user-agent': caller.userAgent,
  })
  if (kind) {
    const name = await cookieName(auth, kind)
    const cookie = cookiesOf(caller).find((pair) => pair[0] === name)
    if (cookie) headers.set('cookie', cookie.join('='))
  }
  return headers
}

/** `setCookies` are the `Set-Cookie` lines to send with our answer; `refused` is better-auth's code. */
export type Called<T> =
  { response: T; setCookies: string[]; refused?: undefined } | { refused: string }

export async function callBetterAuth<T>(
  run: () => Promise<{ headers: Headers; response: T }>,
): Promise<Called<T>> {
  try {
    const { headers, response } = await run()
    return { response, setCookies: headers.getSetCookie() }
  } catch (error) {
    if (isAPIError(error)) return { refused: String(error.body?.code ?? error.status) }
    throw error
  }
}
