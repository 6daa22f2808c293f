import type { Refusal } from '../refusals.ts'

export const taskKinds = ['task', 'appointment'] as const
export type TaskKind = (typeof taskKinds)[number]

export interface TaskFacts {
  doneAt: string | null
  droppedReason: string
}

/** Why a task cannot be done, moved or dropped: it is done or dropped already. */
export function whyNotWorkOnTask({ doneAt, droppedReason }: TaskFacts): Refusal | undefined {
  return doneAt !== null || droppedReason !== '' ? { code: 'task_done' } : undefined
}

/**
 * Why a task cannot be given to this worker: whoever is to do it must see the case.
 *
 * @param seers ids of the workers who see the case now.
 */
export function whyNotAssign(workerId: string, seers: readonly string[]): Refusal | undefined {
  return seers.includes(workerId) ? undefined : { code: 'assignee_without_access' }
}
