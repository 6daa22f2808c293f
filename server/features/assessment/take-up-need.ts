import type { Act } from '../../platform/access/act.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { lockOpenNeed } from './lock-open-need.ts'
import { updateNeed } from './need-store.ts'
import { presentNeedOf } from './present-need.ts'

/** A need that was set aside is worked on again; why it was stays in its history. */
export async function takeUpNeed(
  act: Act,
  at: { caseId: string; needId: string; version: number },
) {
  await lockOpenNeed(act, at)
  const nothing = { setAside: null, setAsideReason: '', meanwhile: '' }
  await updateNeed(act.tx, at.needId, { ...nothing, setAsideBy: null, setAsideOn: null })
  await refreshDue(act, at.caseId)
  return await presentNeedOf(act.tx, at.caseId, at.needId)
}
