import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findProblem, lockProblem, updateProblem } from './finding-store.ts'
import { lockStanding } from './lock-standing.ts'

export async function endProblem(
  act: Act,
  at: { caseId: string; id: string },
  { version, words }: InputOf<typeof contract.endProblem>,
) {
  await lockStanding(act, lockProblem, { ...at, version })
  await updateProblem(act.tx, at.id, { endedOn: act.today, endedWords: words })
  await refreshDue(act, at.caseId)
  return orNotFound(await findProblem(act.tx, at.caseId, at.id))
}
