import { v7 as newId } from 'uuid'
import type { Calendar } from '@peyvand/domain/calendar/calendar.ts'
import type { InputOf } from '@peyvand/domain/contract.ts'
import { followUpDays, whyNotClose } from '@peyvand/domain/review/closure.ts'
import type * as contract from '@peyvand/domain/review/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockCase, updateCase } from '../cases/case-store.ts'
import { refreshDue } from '../monitoring/refresh-due.ts'
import {
  findClosure,
  findEpisode,
  findLastReviewId,
  insertClosure,
  insertFollowUps,
  loadClosurePage,
} from './closure-store.ts'
import type { ClosureRow } from './closure-store.ts'

/** Closes the case as a whole, or not at all; of two who close it at once the second is told. */
export async function closeCase(
  act: Act,
  caseId: string,
  input: InputOf<typeof contract.closeCase>,
): Promise<ClosureRow> {
  const { tx, now, today, audited } = act
  await lockCase(tx, caseId)
  const page = await loadClosurePage(tx, caseId)
  const refusal = whyNotClose({
    ...input,
    status: page.status,
    needs: page.needs,
    openReferrals: page.openReferrals.length,
    openTasks: page.openTasks.length,
    unsignedNotes: page.unsignedNotes.length,
  })
  if (refusal) throw new Refused(refusal.code, refusal.facts)

  const { episode, openedOn, calendar } = await findEpisode(tx, caseId)
  const reviewId = await findLastReviewId(tx, caseId, openedOn)
  const closed = { ...input, caseId, episode, openedOn, closedOn: today, reviewId }
  await insertClosure(tx, { ...closed, createdAt: now })
  await insertFollowUps(
    tx,
    followUpDays(input.reason, today, calendar as Calendar).map((each) => ({
      id: newId(),
      caseId,
      closureId: input.id,
      ...each,
    })),
  )
  await updateCase(tx, caseId, { status: 'closed', closedOn: today })
  audited.records.add(input.id)
  await refreshDue(act, caseId)
  return orNotFound(await findClosure(tx, caseId, input.id))
}
