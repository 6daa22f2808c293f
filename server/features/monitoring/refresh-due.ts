import { dueItems } from '@peyvand/domain/monitoring/due-items.ts'
import { readDueFacts } from '@peyvand/domain/monitoring/read-due-facts.ts'
import type { Act } from '../../platform/access/act.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { findDueFacts, rewriteDue } from './due-store.ts'
import { refreshDueJob } from './refresh-due.job.ts'

/**
 * Rewrites what is due on a case, in the transaction that changed it. Whoever loses sight of the
 * case by the very change leaves it to a job.
 */
export async function refreshDue({ tx, today }: Act, caseId: string): Promise<void> {
  const facts = await findDueFacts(tx, caseId)
  if (facts === null) return await enqueue(tx, refreshDueJob, { caseId }, `refresh-due:${caseId}`)
  await rewriteDue(tx, caseId, dueItems(readDueFacts(facts), today))
}
