import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { findBarrier, lockBarrier, updateBarrier } from './finding-store.ts'
import { lockStanding } from './lock-standing.ts'

export async function changeBarrier(
  act: Act,
  at: { caseId: string; id: string },
  { version, ...words }: InputOf<typeof contract.changeBarrier>,
) {
  await lockStanding(act, lockBarrier, { ...at, version })
  await updateBarrier(act.tx, at.id, words)
  return orNotFound(await findBarrier(act.tx, at.caseId, at.id))
}
