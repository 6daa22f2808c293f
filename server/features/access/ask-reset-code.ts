import { normalUserName } from '@peyvand/domain/access/user-name.ts'
import { attemptRules } from '@peyvand/domain/access/attempts.ts'
import { v7 as newId } from 'uuid'
import { letterCodeOf } from '../../platform/mail/mailed-code.ts'
import type { Caller } from '../../platform/sign-in/caller.ts'
import { decoyUserName, findLogin } from '../../platform/sign-in/find-login.ts'
import { inTransaction } from '../../platform/sign-in/in-transaction.ts'
import { readCode } from '../../platform/sign-in/make-code.ts'
import { addressKey } from '../../platform/sign-in/sign-in.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { mailResetCodeJob } from './mail-reset-code.job.ts'

type AskOutcome = { kind: 'asked'; userId: string | undefined } | { kind: 'wait'; seconds: number }

const goodFor = 30 * 60_000

/**
 * Asks for a code for a new password, by mail. An unknown name, an account without an address and
 * one that has had its mails for now take the same steps with the account nobody can have: neither
 * the answer nor its time tells who works here.
 */
export async function askResetCode(
  signIn: SignIn,
  caller: Caller,
  typed: string,
): Promise<AskOutcome> {
  const name = normalUserName(typed)
  const rule = attemptRules.mail
  const seconds = await signIn.limit.take(
    [
      { kind: 'reset_mail_name', of: name, rule, clearedBySuccess: false },
      { ...addressKey(caller), kind: 'reset_mail_address' },
    ],
    signIn.now(),
  )
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const known = await findLogin(signIn, typed)
  const isFull = await signIn.limit.take(
    [{ kind: 'reset_mail_account', of: known?.id ?? name, rule, clearedBySuccess: false }],
    signIn.now(),
  )
  const account = known && isFull === undefined ? known.userName : decoyUserName
  const mailId = newId()
  const hash = signIn.keyedHash('reset code', readCode(letterCodeOf(signIn.keyedHash, mailId)))
  const at = signIn.now()
  await inTransaction(signIn.pool, async (client) => {
    await client.query(
      `insert into auth.mailed_code (id, user_id, code_hash, made_at, until)
       select $1, l.id, $2, $3, $4 from auth.login l where l.user_name = $5`,
      [mailId, hash, at, new Date(at.getTime() + goodFor), account],
    )
    await client.query(
      `select app.ask_reset_mail($1, l.id, coalesce(l.email, '')) from auth.login l where l.user_name = $2`,
      [mailId, account],
    )
    await client.query('select app.enqueue($1, $2::json)', [
      mailResetCodeJob.name,
      JSON.stringify({ mailId }),
    ])
  })
  return { kind: 'asked', userId: known?.id }
}
