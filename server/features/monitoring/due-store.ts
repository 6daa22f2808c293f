import { sql } from 'kysely'
import type { DueItem } from '@peyvand/domain/monitoring/due-item.ts'
import type { Transaction } from '../../platform/db/database.ts'

/** The facts of one case as the database gathers them; null for whoever does not see the case. */
export async function findDueFacts(tx: Transaction, caseId: string): Promise<unknown> {
  const found = await sql<{ facts: unknown }>`select due_facts(${caseId}) as facts`.execute(tx)
  return found.rows[0]?.facts ?? null
}

export async function rewriteDue(
  tx: Transaction,
  caseId: string,
  items: readonly DueItem[],
): Promise<void> {
  await sql`select rewrite_due(${caseId}, ${JSON.stringify(items)}::jsonb)`.execute(tx)
}
