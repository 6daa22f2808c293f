import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import { whyNotAssign } from '@peyvand/domain/monitoring/task.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { refreshDue } from './refresh-due.ts'
import { findTask, insertTask, listSeers } from './task-store.ts'
import type { TaskRow } from './task-store.ts'

export async function addTask(
  act: Act,
  caseId: string,
  { workerId = act.actor.id, ...task }: InputOf<typeof contract.addTask>,
): Promise<TaskRow> {
  const { tx, now, audited } = act
  await lockOpenCase(tx, caseId)
  const refusal = whyNotAssign(workerId, await listSeers(tx, caseId))
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  await insertTask(tx, { ...task, caseId, workerId, createdAt: now })
  audited.records.add(task.id)
  await refreshDue(act, caseId)
  return orNotFound(await findTask(tx, caseId, task.id))
}
