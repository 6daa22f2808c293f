import { whyNotWorkOnTask } from '@peyvand/domain/monitoring/task.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { findTask, lockTask, updateTask } from './task-store.ts'
import type { TaskChange } from './task-store.ts'

/** Moves an open task, or takes back that it was ended. */
export async function changeTask(
  { tx, audited }: Act,
  { caseId, taskId }: { caseId: string; taskId: string },
  seen: number,
  change: TaskChange,
): Promise<void> {
  await lockTask(tx, caseId, taskId)
  const present = orNotFound(await findTask(tx, caseId, taskId))
  audited.records.add(taskId)
  if (present.version !== seen) throw new Refused('stale_version', { current: present })
  const refusal = 'dueOn' in change ? whyNotWorkOnTask(present) : undefined
  if (refusal) throw new Refused(refusal.code, { current: present })
  await updateTask(tx, taskId, change)
}
