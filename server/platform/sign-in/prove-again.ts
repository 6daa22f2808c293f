import { isFreshSignIn } from '@peyvand/domain/access/session.ts'
import type { Caller } from './caller.ts'
import type { FoundSession } from './find-session.ts'
import { verifyPassword } from './hash-password.ts'
import { accountKey, addressKey } from './sign-in.ts'
import type { SignIn } from './sign-in.ts'

export type ProofOutcome = { kind: 'done' } | { kind: 'failed' } | { kind: 'wait'; seconds: number }

/** The person at the keyboard shows the password once more, and is fresh for a few minutes. */
export async function proveAgain(
  signIn: SignIn,
  caller: Caller,
  session: FoundSession,
  password: string,
): Promise<ProofOutcome> {
  const outcome = await checkOwnPassword(signIn, caller, session.userId, password)
  if (outcome.kind === 'done') {
    await signIn.pool.query('update auth.session set proved_at = $2 where id = $1', [
      session.sessionId,
      signIn.now(),
    ])
  }
  return outcome
}

/** Whether the person has shown the password or second factor in the last minutes. */
export function isFresh({ now }: Pick<SignIn, 'now'>, session: FoundSession): boolean {
  return (
    session.provedAt !== undefined &&
    isFreshSignIn({ provedAt: Date.parse(session.provedAt) }, now().getTime())
  )
}

/** Checks the password of somebody already signed in; tries are counted as at the door. */
export async function checkOwnPassword(
  signIn: SignIn,
  caller: Caller,
  userId: string,
  password: string,
): Promise<ProofOutcome> {
  const keys = [accountKey('proof', userId), addressKey(caller)]
  const seconds = await signIn.limit.take(keys, signIn.now())
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const found = await signIn.pool.query<{ password: string | null }>(
    `select password from auth.credential where user_id = $1 and provider_id = 'credential'`,
    [userId],
  )
  const kept = found.rows[0]?.password
  if (!kept || !(await verifyPassword(kept, password))) return { kind: 'failed' }
  await signIn.limit.giveBack(keys)
  return { kind: 'done' }
}
