import { whyNotWork } from '@peyvand/domain/cases/why-not-work.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockCase } from './case-store.ts'

/** Holds the case while something new is begun on it, so that it is not closed meanwhile. */
export async function lockOpenCase(tx: Transaction, caseId: string): Promise<void> {
  const { status } = orNotFound(await lockCase(tx, caseId))
  const refusal = whyNotWork(status)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
}
