import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

/**
 * Lets a step of this transaction reach the accounts, and nothing else while it does: a worker and
 * the account are made, or ended, together.
 */
export async function asAuth<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'peyvand_auth', true)`.execute(tx)
  const result = await work()
  await sql`select set_config('role', 'peyvand_staff', true)`.execute(tx)
  return result
}
