import { whyNotGoal } from '@peyvand/domain/planning/why-not-goal.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { Refused } from '../../platform/http/refused.ts'
import { findStrangeNeed, findStrangeStrength } from './goal-store.ts'

interface Written {
  needIds: readonly string[]
  strengthIds: readonly string[]
  clientWords: string
  clientWordsMissing: string
}

/** Refuses a goal that answers no need of this case; what it was tied to before may stay. */
export async function checkGoal(
  tx: Transaction,
  caseId: string,
  goal: Written,
  before?: { needIds: readonly string[]; strengthIds: readonly string[] },
): Promise<void> {
  const why = whyNotGoal(goal)
  if (why) throw new Refused(why.code, why.facts)
  const needId = await findStrangeNeed(tx, caseId, goal.needIds, before?.needIds ?? [])
  if (needId) throw new Refused('need_unknown', { needId })
  const kept = before?.strengthIds ?? []
  const strengthId = await findStrangeStrength(tx, caseId, goal.strengthIds, kept)
  if (strengthId) throw new Refused('strength_unknown', { strengthId })
}
