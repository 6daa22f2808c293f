import type { Transaction } from '../../platform/db/database.ts'
import { Refused } from '../../platform/http/refused.ts'
import { findPlanInHand } from './plan-store.ts'

/** A refused edition comes back only while no other is on its way. */
export async function checkNoneInHand(
  tx: Transaction,
  caseId: string,
  butThis: string,
): Promise<void> {
  const other = await findPlanInHand(tx, caseId)
  if (other && other.id !== butThis) {
    throw new Refused('plan_already_in_hand', { planId: other.id, edition: other.edition })
  }
}
