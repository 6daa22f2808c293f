import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { findStrength, insertStrength } from './finding-store.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'

export async function addStrength(
  act: Act,
  caseId: string,
  input: InputOf<typeof contract.addStrength>,
) {
  await lockOpenCase(act.tx, caseId)
  act.audited.records.add(input.id)
  await insertStrength(act.tx, { caseId, ...input })
  return orNotFound(await findStrength(act.tx, caseId, input.id))
}
