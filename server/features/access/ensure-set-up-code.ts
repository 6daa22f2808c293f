import { makeCode, readCode } from '../../platform/sign-in/make-code.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'

/** A new code for the first set-up, to print in the terminal; undefined once an agency exists. */
export async function ensureSetUpCode(signIn: SignIn): Promise<string | undefined> {
  if (!(await isSetUpNeeded(signIn))) return undefined
  const code = makeCode(3)
  await signIn.pool.query(
    `insert into auth.set_up_code (code_hash, made_at) values ($1, $2)
     on conflict (id) do update set code_hash = excluded.code_hash, made_at = excluded.made_at`,
    [hashSetUpCode(signIn, code), signIn.now()],
  )
  return code
}

export async function isSetUpNeeded({ pool }: SignIn): Promise<boolean> {
  const found = await pool.query<{ needed: boolean }>('select app.set_up_needed() as needed')
  return found.rows[0]?.needed ?? false
}

export function hashSetUpCode({ keyedHash }: SignIn, typed: string): Buffer {
  return keyedHash('set-up code', readCode(typed))
}
