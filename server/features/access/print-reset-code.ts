import type { Act } from '../../platform/access/act.ts'
import { makeCode, readCode } from '../../platform/sign-in/make-code.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { asAuth } from './as-auth.ts'
import { clearSecondFactor, endSessionsOf, putResetCode } from './login-store.ts'
import { tellWatchers } from './tell-watchers.ts'
import { allowReset } from './worker-store.ts'

const day = 24 * 60 * 60 * 1000

/**
 * A code for one use within a day, with which a colleague chooses a new password. An administrator
 * never sees or sets one; the colleague, the supervisor and those who watch over accounts are told.
 */
export async function printResetCode(
  signIn: SignIn,
  act: Act,
  of: { workerId: string; alsoSecondFactor: boolean },
): Promise<{ code: string; until: string; userName: string; fullName: string }> {
  const { tx, now } = act
  const code = makeCode(4)
  const until = new Date(Date.parse(now) + day).toISOString()
  await allowReset(tx, of.workerId, of.alsoSecondFactor)
  await tellWatchers(tx, 'account_code_printed', of)
  act.audited.records.add(of.workerId)
  const login = await asAuth(tx, async () => {
    if (of.alsoSecondFactor) {
      await clearSecondFactor(tx, of.workerId)
      await endSessionsOf(tx, of.workerId)
    }
    return await putResetCode(tx, {
      userId: of.workerId,
      hash: signIn.keyedHash('reset code', readCode(code)),
      madeBy: act.actor.id,
      now,
      until,
    })
  })
  return { code, until, ...login }
}
