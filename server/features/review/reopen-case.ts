import { whyNotReopen } from '@peyvand/domain/review/closure.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { lockCase, updateCase } from '../cases/case-store.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import { cancelFollowUpsAhead, findEpisode, markReopened, takePlaceAgain } from './closure-store.ts'

/** Opens a closed case again as its next episode; follow-ups still ahead are called off. */
export async function reopenCase(act: Act, caseId: string, reason: string) {
  const { tx, today } = act
  await lockCase(tx, caseId)
  const { status, episode } = await findEpisode(tx, caseId)
  const refusal = whyNotReopen({ status })
  if (refusal) throw new Refused(refusal.code, refusal.facts)
  await takePlaceAgain(tx, caseId)
  await markReopened(tx, caseId, episode, { reopenedOn: today, reopenReason: reason })
  await cancelFollowUpsAhead(tx, caseId, reason)
  const next = episode + 1
  await updateCase(tx, caseId, { status: 'open', closedOn: null, openedOn: today, episode: next })
  await refreshDue(act, caseId)
  return { episode: next }
}
