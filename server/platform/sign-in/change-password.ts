import { whyPasswordTooWeak } from '@peyvand/domain/access/password.ts'
import type { PasswordWeakness } from '@peyvand/domain/access/password.ts'
import type { Caller } from './caller.ts'
import { isCommonPassword } from './common-passwords.ts'
import type { FoundSession } from './find-session.ts'
import { checkOwnPassword } from './prove-again.ts'
import { callBetterAuth, headersFor } from './sign-in.ts'
import type { SignIn } from './sign-in.ts'
import { findNewSession } from './sign-in-steps.ts'

export type PasswordChange =
  | { kind: 'done'; setCookies: string[] }
  | { kind: 'failed' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'weak'; why: PasswordWeakness }

/** A new password: every other session ends, this one gets a new id and lasts no longer for it. */
export async function changePassword(
  signIn: SignIn,
  caller: Caller,
  session: FoundSession,
  typed: { current: string; next: string },
): Promise<PasswordChange> {
  const why = await whyTooWeakFor(signIn, session.userId, typed.next)
  if (why) return { kind: 'weak', why }
  const checked = await checkOwnPassword(signIn, caller, session.userId, typed.current)
  if (checked.kind !== 'done') return checked
  const headers = await headersFor(signIn.auth, caller, 'session')
  const called = await callBetterAuth(() =>
    signIn.auth.api.changePassword({
      body: {
        currentPassword: typed.current,
        newPassword: typed.next,
        revokeOtherSessions: true,
      },
      headers,
      returnHeaders: true,
    }),
  )
  if (called.refused !== undefined) return { kind: 'failed' }
  const renewed = await findNewSession(signIn, called.setCookies)
  if (renewed) {
    await signIn.pool.query('update auth.session set signed_in_at = $2 where id = $1', [
      renewed.sessionId,
      session.signedInAt,
    ])
  }
  return { kind: 'done', setCookies: called.setCookies }
}

/** Why this person may not take this password. */
export async function whyTooWeakFor(
  { pool }: Pick<SignIn, 'pool'>,
  userId: string,
  password: string,
): Promise<PasswordWeakness | undefined> {
  const found = await pool.query<{ userName: string; name: string; email: string | null }>(
    'select user_name as "userName", name, email from auth.login where id = $1',
    [userId],
  )
  const login = found.rows[0]
  const names = login ? [login.userName, login.name, login.email?.split('@')[0] ?? ''] : []
  return whyPasswordTooWeak(password, { names, isCommon: isCommonPassword })
}
