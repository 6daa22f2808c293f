import { normalUserName } from '@peyvand/domain/access/user-name.ts'
import type { Caller } from './caller.ts'
import { decoyUserName, findLogin } from './find-login.ts'
import { endSession, findBrowserSession } from './find-session.ts'
import { forgetOld } from './forget-old.ts'
import type { AttemptKey } from './limit-attempts.ts'
import { readBackupCode, readTotp } from './make-code.ts'
import { accountKey, addressKey, callBetterAuth, cookieName, headersFor } from './sign-in.ts'
import type { SignIn } from './sign-in.ts'
import { spendCode } from './spend-code.ts'

/** `setCookies` are `Set-Cookie` lines to send with the answer. */
export type SignInOutcome =
  | { kind: 'signed_in'; userId: string; sessionId: string; setCookies: string[] }
  | { kind: 'second_factor'; setCookies: string[] }
  | { kind: 'failed'; userId?: string }
  | { kind: 'too_late' }
  | { kind: 'wait'; seconds: number }

/**
 * The first step. `name` is a user name or an e-mail address. Whether the account is known shows
 * neither in the answer nor in the work done: an unknown one is checked against a decoy.
 */
export async function signInByPassword(
  signIn: SignIn,
  caller: Caller,
  typed: { name: string; password: string },
): Promise<SignInOutcome> {
  const { auth, limit } = signIn
  const known = await findLogin(signIn, typed.name)
  const of = known?.id ?? normalUserName(typed.name)
  const keys = [accountKey('password', of), addressKey(caller)]
  const seconds = await limit.take(keys, signIn.now())
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const headers = await headersFor(auth, caller)
  const called = await callBetterAuth(() =>
    auth.api.signInUsername({
      body: { username: known?.userName ?? decoyUserName, password: typed.password },
      headers,
      returnHeaders: true,
    }),
  )
  if (called.refused !== undefined) return { kind: 'failed', userId: known?.id }
  return finish(signIn, caller, keys, called.setCookies)
}

/** The second step: a code of the authenticator, or a back-up code, which is then gone. */
export async function signInByCode(
  signIn: SignIn,
  caller: Caller,
  kind: 'authenticator' | 'backup',
  typed: string,
): Promise<SignInOutcome> {
  const { auth, limit } = signIn
  const code = kind === 'authenticator' ? readTotp(typed) : readBackupCode(typed)
  const keys = [addressKey(caller)]
  const seconds = await limit.take(keys, signIn.now())
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const headers = await headersFor(auth, caller, 'challenge')
  const called = await callBetterAuth<unknown>(() =>
    kind === 'authenticator'
      ? auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      : auth.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }),
  )
  switch (called.refused) {
    case undefined:
      break
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return { kind: 'too_late' }
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return { kind: 'wait', seconds: 15 * 60 }
    default:
      return { kind: 'failed' }
  }
  const session = await findNewSession(signIn, called.setCookies)
  if (session && kind === 'authenticator' && !(await spendCode(signIn, session.userId, code))) {
    await endSession(signIn, session.userId, session.sessionId)
    return { kind: 'failed', userId: session.userId }
  }
  return finish(signIn, caller, keys, called.setCookies)
}

/** Ends the session of the cookie; the lines take the cookie away. */
export async function signOut({ auth }: SignIn, caller: Caller): Promise<string[]> {
  const headers = await headersFor(auth, caller, 'session')
  const called = await callBetterAuth(() => auth.api.signOut({ headers, returnHeaders: true }))
  return called.refused === undefined ? called.setCookies : []
}

async function finish(
  signIn: SignIn,
  caller: Caller,
  keys: readonly AttemptKey[],
  setCookies: string[],
): Promise<SignInOutcome> {
  const session = await findNewSession(signIn, setCookies)
  await signIn.limit.giveBack(keys)
  if (!session) return { kind: 'second_factor', setCookies }
  // What this browser was signed in as before is over.
  const before = await findBrowserSession(signIn, caller)
  if (before) await endSession(signIn, before.userId, before.sessionId)
  await forgetOld(signIn)
  return { kind: 'signed_in', ...session, setCookies }
}

/** The session better-auth has just opened; undefined while it asks for a second step. */
export async function findNewSession(
  { auth }: SignIn,
  setCookies: readonly string[],
): Promise<{ userId: string; sessionId: string } | undefined> {
  const name = await cookieName(auth, 'session')
  const cookie = setCookies
    .map((line) => line.split(';')[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`) && pair.length > name.length + 1)
  if (!cookie) return undefined
  const found = await auth.api.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh: true },
  })
  return found ? { userId: found.session.userId, sessionId: found.session.id } : undefined
}
