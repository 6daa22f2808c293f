import type { Act } from '../../platform/access/act.ts'
import { lockOpenCase } from '../cases/lock-open-case.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { loadFamily } from './family-store.ts'
import type { FamilyRow } from './family-store.ts'

/** Changes something about the people of an open case, and answers how they stand afterwards. */
export async function changeFamily(
  act: Act,
  caseId: string,
  change: () => Promise<void>,
): Promise<FamilyRow> {
  await lockOpenCase(act.tx, caseId)
  await change()
  await refreshDue(act, caseId)
  return await loadFamily(act.tx, caseId)
}
