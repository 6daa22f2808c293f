import { dueItems } from '@peyvand/domain/monitoring/due-items.ts'
import { readDueFacts } from '@peyvand/domain/monitoring/read-due-facts.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { holdDue, listDueFacts, putDue } from './reckon-due-store.ts'

/** Rewrites what is due on these cases, as the job runner; `today` is their agency's day. */
export async function reckonDue(
  tx: Transaction,
  caseIds: readonly string[],
  today: string,
): Promise<void> {
  await holdDue(tx, caseIds)
  const found = await listDueFacts(tx, caseIds)
  await putDue(
    tx,
    found.map(({ caseId, facts }) => ({ caseId, items: dueItems(readDueFacts(facts), today) })),
  )
}
