import { orNotFound, Refused } from '../../platform/http/refused.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { lockCase } from '../cases/case-store.ts'

/** Holds the case while something is numbered or decided in it; a closed case takes nothing new. */
export async function lockOpenCase(tx: Transaction, caseId: string): Promise<void> {
  const found = orNotFound(await lockCase(tx, caseId))
  if (found.status === 'closed') throw new Refused('case_closed')
}
