import { countBackupCodes } from '../../platform/sign-in/second-factor.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'

export interface OwnToken {
  id: string
  name: string
  scopes: string[]
  madeAt: string
  until: string
  usedAt: string | null
}

export interface Account {
  userName: string
  email: string | null
  secondFactor: boolean
  backupCodesLeft: number
  tokens: OwnToken[]
}

export async function findAccount(signIn: SignIn, userId: string): Promise<Account> {
  const login = await signIn.pool.query<{
    userName: string
    email: string | null
    secondFactor: boolean
  }>(
    `select user_name as "userName", email, two_factor_enabled as "secondFactor"
     from auth.login where id = $1`,
    [userId],
  )
  const tokens = await signIn.pool.query<
    Omit<OwnToken, 'madeAt' | 'until' | 'usedAt'> & {
      madeAt: Date
      until: Date
      usedAt: Date | null
    }
  >(
    `select id, name, scopes, made_at as "madeAt", until, used_at as "usedAt"
     from auth.machine_token
     where user_id = $1 and revoked_at is null and until > $2 order by made_at desc`,
    [userId, signIn.now()],
  )
  const { userName = '', email = null, secondFactor = false } = login.rows[0] ?? {}
  return {
    userName,
    email,
    secondFactor,
    backupCodesLeft: secondFactor ? await countBackupCodes(signIn, userId) : 0,
    tokens: tokens.rows.map((token) => ({
      ...token,
      madeAt: token.madeAt.toISOString(),
      until: token.until.toISOString(),
      usedAt: token.usedAt?.toISOString() ?? null,
    })),
  }
}

export async function revokeTokenOf(
  { pool, now }: SignIn,
  userId: string,
  tokenId: string,
): Promise<boolean> {
  const revoked = await pool.query(
    `update auth.machine_token set revoked_at = $3
     where id = $2 and user_id = $1 and revoked_at is null`,
    [userId, tokenId, now()],
  )
  return revoked.rowCount === 1
}
