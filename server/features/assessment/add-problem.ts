import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import { whyNotProblem } from '@peyvand/domain/assessment/finding.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findProblem, insertProblem } from './finding-store.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'

export async function addProblem(
  act: Act,
  caseId: string,
  input: InputOf<typeof contract.addProblem>,
) {
  await lockOpenCase(act.tx, caseId)
  const why = whyNotProblem(input)
  if (why) throw new Refused(why.code, why.facts)
  act.audited.records.add(input.id)
  await insertProblem(act.tx, { caseId, ...input })
  await refreshDue(act, caseId)
  return orNotFound(await findProblem(act.tx, caseId, input.id))
}
