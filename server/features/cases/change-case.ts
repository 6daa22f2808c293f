import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { lockCase, updateCase } from './case-store.ts'

type Change = Parameters<typeof updateCase>[2]

/** Changes the case row itself: open, and as the writer saw it. Answers its new version. */
export async function changeCase(act: Act, caseId: string, seen: number, change: Change) {
  const present = orNotFound(await lockCase(act.tx, caseId))
  if (present.version !== seen) throw new Refused('stale_version', { current: present })
  if (present.status === 'closed') throw new Refused('case_closed')
  await updateCase(act.tx, caseId, change)
  await refreshDue(act, caseId)
  return { version: seen + 1 }
}
