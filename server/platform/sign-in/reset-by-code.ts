import type { PasswordWeakness } from '@peyvand/domain/access/password.ts'
import { normalUserName } from '@peyvand/domain/access/user-name.ts'
import type { Caller } from './caller.ts'
import { whyTooWeakFor } from './change-password.ts'
import { findLogin } from './find-login.ts'
import { hashPassword } from './hash-password.ts'
import { inTransaction } from './in-transaction.ts'
import { readCode } from './make-code.ts'
import { accountKey, addressKey } from './sign-in.ts'
import type { SignIn } from './sign-in.ts'

export type ResetOutcome =
  | { kind: 'done'; userId: string }
  | { kind: 'failed' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'weak'; why: PasswordWeakness }

/**
 * A printed or mailed code and a new password of the person's own. The code is spent with it; every session
 * ends, and the second factor, where there is one, is asked for as before.
 */
export async function resetByCode(
  signIn: SignIn,
  caller: Caller,
  typed: { name: string; code: string; password: string },
): Promise<ResetOutcome> {
  const known = await findLogin(signIn, typed.name)
  const of = known?.id ?? normalUserName(typed.name)
  const keys = [accountKey('reset_code', of), addressKey(caller)]
  const seconds = await signIn.limit.take(keys, signIn.now())
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const hash = signIn.keyedHash('reset code', readCode(typed.code))
  const found = await signIn.pool.query<{ userId: string }>(
    `select user_id as "userId" from (
       select user_id, code_hash, until from auth.reset_code
       union all select user_id, code_hash, until from auth.mailed_code) code
     where user_id = $1 and code_hash = $2 and until > $3`,
    [known?.id ?? null, hash, signIn.now()],
  )
  const userId = found.rows[0]?.userId
  if (!userId) return { kind: 'failed' }
  const why = await whyTooWeakFor(signIn, userId, typed.password)
  if (why) {
    await signIn.limit.giveBack(keys)
    return { kind: 'weak', why }
  }
  const password = await hashPassword(typed.password)
  const spent = await inTransaction(signIn.pool, async (client) => {
    const printed = await client.query(
      'delete from auth.reset_code where user_id = $1 and code_hash = $2',
      [userId, hash],
    )
    const mailed = await client.query(
      'delete from auth.mailed_code where user_id = $1 and code_hash = $2',
      [userId, hash],
    )
    if (printed.rowCount !== 1 && mailed.rowCount !== 1) return false
    // With a new password every other code for one has lost its reason.
    await client.query('delete from auth.reset_code where user_id = $1', [userId])
    await client.query('delete from auth.mailed_code where user_id = $1', [userId])
    await client.query(
      `update auth.credential set password = $2, updated_at = now()
       where user_id = $1 and provider_id = 'credential'`,
      [userId, password],
    )
    await client.query('delete from auth.session where user_id = $1', [userId])
    if (mailed.rowCount === 1) await client.query('select app.tell_reset_by_mail($1)', [userId])
    return true
  })
  if (!spent) return { kind: 'failed' }
  await signIn.limit.giveBack([...keys, accountKey('password', userId)])
  return { kind: 'done', userId }
}
