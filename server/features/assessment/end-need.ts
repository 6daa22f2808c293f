import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import { whyNotEndNeed } from '@peyvand/domain/assessment/finding.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { lockOpenNeed } from './lock-open-need.ts'
import { updateNeed } from './need-store.ts'
import { presentNeedOf } from './present-need.ts'

/** The outcome of a need; a closing of the case ends its needs through here as well. */
export async function endNeed(
  act: Act,
  at: { caseId: string; needId: string },
  { version, reason, ...outcome }: InputOf<typeof contract.endNeed>,
) {
  await lockOpenNeed(act, { ...at, version })
  const why = whyNotEndNeed({ reason, ...outcome })
  if (why) throw new Refused(why.code, why.facts)
  await updateNeed(act.tx, at.needId, {
    ...outcome,
    outcomeReason: reason,
    outcomeOn: act.today,
  })
  await refreshDue(act, at.caseId)
  return await presentNeedOf(act.tx, at.caseId, at.needId)
}
