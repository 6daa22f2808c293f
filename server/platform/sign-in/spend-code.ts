import type { SignIn } from './sign-in.ts'

/**
 * A code of the authenticator is right for a minute and a half, but counts once: true the first
 * time. Who looked over a shoulder comes too late.
 */
export async function spendCode(
  { pool, now, keyedHash }: SignIn,
  userId: string,
  code: string,
): Promise<boolean> {
  const at = now()
  await pool.query('delete from auth.used_code where user_id = $1 and until < $2', [userId, at])
  const spent = await pool.query(
    `insert into auth.used_code (user_id, code_hash, until)
     values ($1, $2, $3::timestamptz + interval '5 minutes') on conflict do nothing`,
    [userId, keyedHash('used code', `${userId} ${code}`), at],
  )
  return spent.rowCount === 1
}
