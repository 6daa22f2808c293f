import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import { whyNotSetAside } from '@peyvand/domain/assessment/finding.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { lockOpenNeed } from './lock-open-need.ts'
import { updateNeed } from './need-store.ts'
import { presentNeedOf } from './present-need.ts'

/** No goal answers the need for now; it stays on the case with who said so, why, and since when. */
export async function setNeedAside(
  act: Act,
  at: { caseId: string; needId: string },
  input: InputOf<typeof contract.setNeedAside>,
) {
  await lockOpenNeed(act, { ...at, version: input.version })
  const why = whyNotSetAside(input)
  if (why) throw new Refused(why.code, why.facts)
  await updateNeed(act.tx, at.needId, {
    setAside: input.why,
    setAsideReason: input.reason,
    meanwhile: input.meanwhile,
    setAsideBy: act.actor.id,
    setAsideOn: act.today,
  })
  await refreshDue(act, at.caseId)
  return await presentNeedOf(act.tx, at.caseId, at.needId)
}
