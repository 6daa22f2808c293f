import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { findBarrier, insertBarrier } from './finding-store.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { lockNeed } from './need-store.ts'

export async function addBarrier(
  act: Act,
  at: { caseId: string; needId: string },
  input: InputOf<typeof contract.addBarrier>,
) {
  await lockOpenCase(act.tx, at.caseId)
  const need = orNotFound(await lockNeed(act.tx, at.caseId, at.needId))
  if (need.outcome) throw new Refused('need_already_ended', { outcome: need.outcome })
  act.audited.records.add(at.needId).add(input.id)
  await insertBarrier(act.tx, { ...at, ...input })
  return orNotFound(await findBarrier(act.tx, at.caseId, input.id))
}
