import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { findStrength, lockStrength, updateStrength } from './finding-store.ts'
import { lockStanding } from './lock-standing.ts'

export async function endStrength(
  act: Act,
  at: { caseId: string; id: string },
  { version, words }: InputOf<typeof contract.endStrength>,
) {
  await lockStanding(act, lockStrength, { ...at, version })
  await updateStrength(act.tx, at.id, { endedOn: act.today, endedWords: words })
  return orNotFound(await findStrength(act.tx, at.caseId, at.id))
}
