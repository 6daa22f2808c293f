import type { Transaction } from '../../platform/db/database.ts'
import { tellWatchers } from './tell-watchers.ts'
import { findFullName, findSupervision, updateWorker } from './worker-store.ts'
import type { WorkerChange } from './worker-store.ts'

/** Who a colleague is and who supervises: another supervisor sees the cases, so that is told. */
export async function changeWorker(tx: Transaction, change: WorkerChange): Promise<number> {
  const { id: workerId, supervisorId } = change
  const before = await findSupervision(tx, workerId)
  const version = await updateWorker(tx, change)
  // Read at another version than the one changed, who supervised before is not known.
  if (before?.version !== change.version || before.supervisorId !== supervisorId) {
    await tellWatchers(tx, 'account_supervisor_changed', {
      workerId,
      supervisorId,
      supervisorName: supervisorId ? ((await findFullName(tx, supervisorId)) ?? '') : '',
    })
  }
  return version
}
