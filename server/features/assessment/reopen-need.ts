import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { lockSeenNeed } from './lock-open-need.ts'
import { updateNeed } from './need-store.ts'
import { presentNeedOf } from './present-need.ts'

/** An ended need is there again, with why; its former outcome stays in history. */
export async function reopenNeed(
  act: Act,
  at: { caseId: string; needId: string },
  { version, reason }: InputOf<typeof contract.reopenNeed>,
) {
  const row = await lockSeenNeed(act, { ...at, version })
  if (row.outcome) {
    const nothing = { outcome: null, outcomeOn: null, neededAmount: '', receivedAmount: '' }
    await updateNeed(act.tx, at.needId, { ...nothing, outcomeReason: reason })
    await refreshDue(act, at.caseId)
  }
  return await presentNeedOf(act.tx, at.caseId, at.needId)
}
