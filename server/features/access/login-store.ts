import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../platform/db/database.ts'
import { Refused } from '../../platform/http/refused.ts'
import { hashPassword } from '../../platform/sign-in/hash-password.ts'

export interface NewLogin {
  id: string
  fullName: string
  userName: string
  email?: string | undefined
  /** The hash of a password; one that nobody knows where a code is to be printed. */
  passwordHash: string
}

/** The hash of a password that nobody has: trying it costs what any other costs. */
export function hashUnknownPassword(): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64url'))
}

export async function insertLogin(tx: Transaction, login: NewLogin): Promise<void> {
  const taken = await sql<{ userName: string }>`
    select user_name from auth.login
    where user_name = ${login.userName} or email = ${login.email ?? null}`.execute(tx)
  const [first] = taken.rows
  if (first) {
    throw new Refused(first.userName === login.userName ? 'user_name_taken' : 'email_taken')
  }
  await sql`
    insert into auth.login (id, name, user_name, email)
    values (${login.id}, ${login.fullName}, ${login.userName}, ${login.email ?? null})`.execute(tx)
  await sql`
    insert into auth.credential (id, user_id, account_id, provider_id, password)
    values (${newId()}, ${login.id}::uuid, ${login.id}::text, 'credential', ${login.passwordHash})`.execute(
    tx,
  )
}

export async function updateLoginName(tx: Transaction, id: string, fullName: string) {
  await sql`update auth.login set name = ${fullName}, updated_at = now() where id = ${id}`.execute(
    tx,
  )
}

/** Whoever is signed in as this worker must sign in again. */
export async function endSessionsOf(tx: Transaction, id: string): Promise<void> {
  await sql`delete from auth.session where user_id = ${id}`.execute(tx)
}

/** Nothing opens this account any more, and trying its password costs what it did before. */
export async function closeLogin(tx: Transaction, id: string, now: string): Promise<void> {
  const unknown = await hashUnknownPassword()
  await endSessionsOf(tx, id)
  await sql`delete from auth.reset_code where user_id = ${id}`.execute(tx)
  await sql`delete from auth.mailed_code where user_id = ${id}`.execute(tx)
  await sql`
    update auth.machine_token set revoked_at = ${now}
    where user_id = ${id} and revoked_at is null`.execute(tx)
  await sql`
    update auth.credential set password = ${unknown}, updated_at = now()
    where user_id = ${id} and provider_id = 'credential'`.execute(tx)
}

export interface LoginState {
  id: string
  userName: string
  secondFactor: boolean
  codeUntil: string | null
}

export async function listLoginStates(
  tx: Transaction,
  ids: readonly string[],
  now: string,
): Promise<LoginState[]> {
  const found = await sql<LoginState>`
    select l.id, l.user_name, l.two_factor_enabled as second_factor,
      case when c.until > ${now}::timestamptz then c.until end as code_until
    from auth.login l left join auth.reset_code c on c.user_id = l.id
    where l.id = any (${ids}::uuid[])`.execute(tx)
  return found.rows
}

export async function putResetCode(
  tx: Transaction,
  code: { userId: string; hash: Buffer; madeBy: string | null; now: string; until: string },
): Promise<{ userName: string; fullName: string }> {
  await sql`
    insert into auth.reset_code (user_id, code_hash, made_by, made_at, until)
    values (${code.userId}, ${code.hash}, ${code.madeBy}, ${code.now}, ${code.until})
    on conflict (user_id) do update set code_hash = excluded.code_hash,
      made_by = excluded.made_by, made_at = excluded.made_at, until = excluded.until`.execute(tx)
  const found = await sql<{ userName: string; fullName: string }>`
    select user_name, name as full_name from auth.login where id = ${code.userId}`.execute(tx)
  const login = found.rows[0]
  if (!login) throw new Refused('not_found')
  return login
}

export async function clearSecondFactor(tx: Transaction, id: string): Promise<void> {
  await sql`delete from auth.second_factor where user_id = ${id}`.execute(tx)
  await sql`update auth.login set two_factor_enabled = false where id = ${id}`.execute(tx)
}
