import { normalUserName } from '@peyvand/domain/access/user-name.ts'
import type { SignIn } from './sign-in.ts'

/** An account that nobody can have; a name with spaces is never given. */
export const decoyUserName = 'nobody at all'

/** The account of a user name or an e-mail address, as typed. */
export async function findLogin(
  { pool }: Pick<SignIn, 'pool'>,
  typed: string,
): Promise<{ id: string; userName: string } | undefined> {
  const found = await pool.query<{ id: string; userName: string }>(
    `select id, user_name as "userName" from auth.login where user_name = $1 or email = $2`,
    [normalUserName(typed), typed.trim().toLowerCase()],
  )
  return found.rows[0]
}
