import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { lockOpenNeed } from './lock-open-need.ts'
import { updateNeed } from './need-store.ts'
import { presentNeedOf } from './present-need.ts'
import { refuseStranger } from './refuse-stranger.ts'

export async function changeNeed(
  act: Act,
  at: { caseId: string; needId: string },
  { version, ...words }: InputOf<typeof contract.changeNeed>,
) {
  await lockOpenNeed(act, { ...at, version })
  await refuseStranger(act.tx, at.caseId, words.personId)
  await updateNeed(act.tx, at.needId, words)
  await refreshDue(act, at.caseId)
  return await presentNeedOf(act.tx, at.caseId, at.needId)
}
