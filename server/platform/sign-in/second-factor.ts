import type { Caller } from './caller.ts'
import type { FoundSession } from './find-session.ts'
import { readTotp } from './make-code.ts'
import { checkOwnPassword } from './prove-again.ts'
import type { ProofOutcome } from './prove-again.ts'
import { accountKey, callBetterAuth, headersFor } from './sign-in.ts'
import type { SignIn } from './sign-in.ts'
import { spendCode } from './spend-code.ts'

export type SecondFactorStart =
  | { kind: 'started'; uri: string; secret: string; backupCodes: string[] }
  | { kind: 'already_on' }
  | Exclude<ProofOutcome, { kind: 'done' }>

/** A new secret for the authenticator; it counts only after a first code of it was shown. */
export async function startSecondFactor(
  signIn: SignIn,
  caller: Caller,
  session: FoundSession,
  password: string,
): Promise<SecondFactorStart> {
  const checked = await checkOwnPassword(signIn, caller, session.userId, password)
  if (checked.kind !== 'done') return checked
  const headers = await headersFor(signIn.auth, caller, 'session')
  const called = await callBetterAuth(() =>
    signIn.auth.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers,
      returnHeaders: true,
    }),
  )
  if (called.refused !== undefined) return { kind: 'already_on' }
  const { response } = called
  if (response.method !== 'totp') return { kind: 'failed' }
  const secret = new URL(response.totpURI).searchParams.get('secret') ?? ''
  const found = await signIn.pool.query<{ userName: string }>(
    'select user_name as "userName" from auth.login where id = $1',
    [session.userId],
  )
  const label = encodeURIComponent(`Peyvand:${found.rows[0]?.userName ?? ''}`)
  const uri = `otpauth://totp/${label}?secret=${secret}&issuer=Peyvand&digits=6&period=30`
  return { kind: 'started', uri, secret, backupCodes: response.backupCodes }
}

export type SecondFactorChange =
  { kind: 'done'; setCookies: string[] } | Exclude<ProofOutcome, { kind: 'done' }>

/** The first code of the new secret; from now on signing in asks for one. The session's id changes. */
export async function confirmSecondFactor(
  signIn: SignIn,
  caller: Caller,
  session: FoundSession,
  typed: string,
): Promise<SecondFactorChange> {
  const code = readTotp(typed)
  const keys = [accountKey('proof', session.userId)]
  const seconds = await signIn.limit.take(keys, signIn.now())
  if (seconds !== undefined) return { kind: 'wait', seconds }
  const headers = await headersFor(signIn.auth, caller, 'session')
  const called = await callBetterAuth(() =>
    signIn.auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
  )
  if (called.refused !== undefined) return { kind: 'failed' }
  await spendCode(signIn, session.userId, code)
  await signIn.limit.giveBack(keys)
  return { kind: 'done', setCookies: called.setCookies }
}

/** Signing in asks for the password alone again. The session's id changes. */
export async function endSecondFactor(
  signIn: SignIn,
  caller: Caller,
  session: FoundSession,
  password: string,
): Promise<SecondFactorChange> {
  const checked = await checkOwnPassword(signIn, caller, session.userId, password)
  if (checked.kind !== 'done') return checked
  const headers = await headersFor(signIn.auth, caller, 'session')
  const called = await callBetterAuth(() =>
    signIn.auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  )
  if (called.refused !== undefined) return { kind: 'failed' }
  return { kind: 'done', setCookies: called.setCookies }
}

export type BackupCodes =
  | { kind: 'made'; backupCodes: string[] }
  | { kind: 'not_on' }
  | Exclude<ProofOutcome, { kind: 'done' }>

/** New back-up codes; the old ones open nothing any more. */
export async function renewBackupCodes(
  signIn: SignIn,
  caller: Caller,
  session: FoundSession,
  password: string,
): Promise<BackupCodes> {
  const checked = await checkOwnPassword(signIn, caller, session.userId, password)
  if (checked.kind !== 'done') return checked
  const headers = await headersFor(signIn.auth, caller, 'session')
  const called = await callBetterAuth(() =>
    signIn.auth.api.generateBackupCodes({ body: { password }, headers, returnHeaders: true }),
  )
  if (called.refused !== undefined) return { kind: 'not_on' }
  return { kind: 'made', backupCodes: called.response.backupCodes }
}

/** How many back-up codes still open. */
export async function countBackupCodes({ auth }: SignIn, userId: string): Promise<number> {
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId } })
  return backupCodes.length
}
