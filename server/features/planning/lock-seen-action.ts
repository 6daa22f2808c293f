import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { listActions, lockAction } from './action-store.ts'

/** Holds an action in the state its writer saw. */
export async function lockSeenAction(
  act: Act,
  at: { caseId: string; actionId: string; version: number },
) {
  act.audited.records.add(at.actionId)
  const action = orNotFound(await lockAction(act.tx, at.caseId, at.actionId))
  if (action.version !== at.version) {
    const actions = await listActions(act.tx, at.caseId, action.planId)
    throw new Refused('stale_version', { current: actions.find(({ id }) => id === at.actionId) })
  }
  return action
}
