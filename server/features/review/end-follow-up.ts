import type { Refusal } from '@peyvand/domain/refusals.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { findFollowUp, lockFollowUp, updateFollowUp } from './closure-store.ts'
import type { FollowUpRow } from './closure-store.ts'

/** Records what a follow-up found, or calls it off, as its writer saw it. */
export async function endFollowUp(
  act: Act,
  { caseId, followUpId }: { caseId: string; followUpId: string },
  seen: number,
  change: Parameters<typeof updateFollowUp>[2],
  whyNot: (present: FollowUpRow) => Refusal | undefined,
): Promise<FollowUpRow> {
  const { tx, audited } = act
  await lockFollowUp(tx, caseId, followUpId)
  const present = orNotFound(await findFollowUp(tx, caseId, followUpId))
  audited.records.add(followUpId)
  const refusal = whyNot(present)
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  if (present.version !== seen) throw new Refused('stale_version', { current: present })
  await updateFollowUp(tx, followUpId, change)
  await refreshDue(act, caseId)
  return orNotFound(await findFollowUp(tx, caseId, followUpId))
}
