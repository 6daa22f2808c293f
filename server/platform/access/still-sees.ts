import { sql } from 'kysely'
import type { Transaction } from '../db/database.ts'

/** The request or the person a command speaks of, as far as it names one. */
export interface Subject {
  requestId?: string | undefined
  personId?: string | undefined
}

/** Whether whoever acts sees them now: access may have ended since the command was first sent. */
export async function stillSees(tx: Transaction, subject: Subject): Promise<boolean> {
  const { requestId = null, personId = null } = subject
  const found = await sql<{ seen: boolean }>`
    select (${requestId}::uuid is null or exists (select from request where id = ${requestId}))
      and (${personId}::uuid is null or exists (select from person where id = ${personId})) as seen`.execute(
    tx,
  )
  return found.rows[0]?.seen ?? false
}
