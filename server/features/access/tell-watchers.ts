import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

type AccountAct =
  | 'account_opened'
  | 'account_returned'
  | 'account_code_printed'
  | 'account_roles_changed'
  | 'account_supervisor_changed'
  | 'partner_token_made'

/**
 * Tells the other administrators and the auditors, or where there are none the supervisors, what was
 * done to an account or a key and by whom: nobody comes to a file unnoticed by a second account.
 */
export async function tellWatchers(
  tx: Transaction,
  kind: AccountAct,
  { workerId, ...facts }: { workerId?: string; [fact: string]: unknown },
): Promise<void> {
  await sql`select app.tell_watchers(${kind}, ${workerId ?? null}, ${JSON.stringify(facts)}::jsonb)`.execute(
    tx,
  )
}
