import { sql } from 'kysely'
import type { Transaction } from '../db/database.ts'
import type { Job } from './job.ts'

/**
 * Asks for a job in the same transaction: a rollback takes it back. Of several with the same `key`
 * that still wait, the last one stands for all.
 */
export async function enqueue<Payload>(
  tx: Transaction,
  job: Job<Payload>,
  payload: Payload,
  key?: string,
): Promise<void> {
  await sql`select app.enqueue(${job.name}, ${JSON.stringify(payload)}::json, ${key ?? null})`.execute(
    tx,
  )
}
