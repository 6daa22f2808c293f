import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { findProgress, insertProgress, listGoalsAtWork } from './progress-store.ts'
import type { ProgressRow } from './progress-store.ts'
import { refreshDue } from './refresh-due.ts'

export async function recordProgress(
  act: Act,
  caseId: string,
  input: InputOf<typeof contract.recordProgress>,
): Promise<ProgressRow> {
  const { tx, now, today } = act
  await lockOpenCase(tx, caseId)
  const atWork = await listGoalsAtWork(tx, caseId, [input.goalId])
  if (atWork.length === 0) throw new Refused('goal_unknown', { goalId: input.goalId })
  await insertProgress(tx, [{ ...input, caseId, contactId: null, onDay: today }], now)
  act.audited.records.add(input.id)
  await refreshDue(act, caseId)
  return orNotFound(await findProgress(tx, caseId, input.id))
}
