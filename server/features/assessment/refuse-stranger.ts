import type { Transaction } from '../../platform/db/database.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { findPersonOfCase } from './assessment-store.ts'

/** Whoever is named must belong to the case. */
export async function refuseStranger(
  tx: Transaction,
  caseId: string,
  personId: string | null,
): Promise<void> {
  if (personId !== null) orNotFound(await findPersonOfCase(tx, caseId, personId))
}
