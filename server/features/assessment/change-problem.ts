import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import { whyNotProblem } from '@peyvand/domain/assessment/finding.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockStanding } from './lock-standing.ts'
import { findProblem, lockProblem, updateProblem } from './finding-store.ts'

export async function changeProblem(
  act: Act,
  at: { caseId: string; id: string },
  { version, ...words }: InputOf<typeof contract.changeProblem>,
) {
  await lockStanding(act, lockProblem, { ...at, version })
  const why = whyNotProblem(words)
  if (why) throw new Refused(why.code, why.facts)
  await updateProblem(act.tx, at.id, words)
  return orNotFound(await findProblem(act.tx, at.caseId, at.id))
}
