import { sql } from 'kysely'
import type { Level } from '@peyvand/domain/cases/levels.ts'
import type { DueItem } from '@peyvand/domain/monitoring/due-item.ts'
import type { DueRule } from '@peyvand/domain/monitoring/due-rules.ts'
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

/** Holds and reads something that is due now. */
export async function findOpenDue(tx: Transaction, caseId: string, key: string) {
  await sql`select from due where case_id = ${caseId} and key = ${key} for update`.execute(tx)
  const found = await sql<{ rule: DueRule; level: Level }>`select rule, level from due
    where case_id = ${caseId} and key = ${key} and ended_at is null`.execute(tx)
  return found.rows[0]
}

export async function updateSnooze(
  tx: Transaction,
  caseId: string,
  key: string,
  snooze: { snoozedUntil: string | null; snoozeReason: string; snoozedBy: string | null },
): Promise<void> {
  await tx
    .updateTable('due')
    .set(snooze)
    .where('caseId', '=', caseId)
    .where('key', '=', key)
    .execute()
}
