import { sessionRules } from '@peyvand/domain/access/session.ts'
import type { SignIn } from './sign-in.ts'

/** Whenever somebody signs in, what is over is taken out: it holds addresses and has no use. */
export async function forgetOld({ pool, now }: Pick<SignIn, 'pool' | 'now'>): Promise<void> {
  const at = now().getTime()
  const ago = (milliseconds: number) => new Date(at - milliseconds)
  await pool.query('delete from auth.session where signed_in_at <= $1 or seen_at <= $2', [
    ago(sessionRules.absolute),
    ago(sessionRules.idle),
  ])
  await pool.query(
    'delete from auth.attempt where failed_at < $1 and (blocked_until is null or blocked_until < $2)',
    [ago(24 * 60 * 60_000), new Date(at)],
  )
  await pool.query('delete from auth.reset_code where until <= $1', [new Date(at)])
  await pool.query('delete from auth.mailed_code where until <= $1', [new Date(at)])
}
