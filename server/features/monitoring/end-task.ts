import { whyNotWorkOnTask } from '@peyvand/domain/monitoring/task.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { findTask, lockTask, updateTask } from './task-store.ts'

/**
 * Ends a task as done, or drops it with a reason. `seen` is left out where the task is ended by
 * something else, such as the contact it was for.
 */
export async function endTask(
  { tx, actor, audited }: Act,
  caseId: string,
  taskId: string,
  seen: number | undefined,
  how: { doneAt: string } | { droppedReason: string },
): Promise<void> {
  await lockTask(tx, caseId, taskId)
  const present = orNotFound(await findTask(tx, caseId, taskId))
  audited.records.add(taskId)
  const refusal = whyNotWorkOnTask(present)
  if (refusal) throw new Refused(refusal.code, { ...refusal.facts, current: present })
  if (seen !== undefined && present.version !== seen) {
    throw new Refused('stale_version', { current: present })
  }
  await updateTask(
    tx,
    taskId,
    'doneAt' in how
      ? { doneAt: how.doneAt, doneBy: actor.id, droppedReason: '' }
      : { doneAt: null, doneBy: null, droppedReason: how.droppedReason },
  )
}
