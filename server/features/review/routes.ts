import * as contract from '@peyvand/domain/review/contract.ts'
import { whyNotEndFollowUp, whyNotRecordFollowUp } from '@peyvand/domain/review/follow-up.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { closeCase } from './close-case.ts'
import { loadClosurePage } from './closure-store.ts'
import { endFollowUp } from './end-follow-up.ts'
import { recordReview } from './record-review.ts'
import { reopenCase } from './reopen-case.ts'
import { listReviewsOf, loadReviewPage } from './review-store.ts'

export const reviewRoutes: readonly Route[] = [
  staffRoute(contract.listReviews, async ({ tx }, { params: { caseId } }) => ({
    reviews: await listReviewsOf(tx, caseId),
    ...(await loadReviewPage(tx, caseId)),
  })),
  staffRoute(contract.recordReview, async (act, { params, input }) =>
    recordReview(act, params.caseId, input),
  ),
  staffRoute(contract.readClosure, async ({ tx }, { params }) =>
    loadClosurePage(tx, params.caseId),
  ),
  staffRoute(contract.closeCase, async (act, { params, input }) =>
    closeCase(act, params.caseId, input),
  ),
  staffRoute(contract.reopenCase, async (act, { params, input }) =>
    reopenCase(act, params.caseId, input.reason),
  ),
  staffRoute(contract.recordFollowUp, async (act, { params, input }) => {
    const { version, onDay, reached, howNow } = input
    const change = { doneOn: onDay, doneBy: act.actor.id, reached, howNow }
    return await endFollowUp(act, params, version, change, (present) =>
      whyNotRecordFollowUp(present, input, act.today),
    )
  }),
  staffRoute(contract.cancelFollowUp, async (act, { params, input: { version, reason } }) =>
    endFollowUp(act, params, version, { cancelledReason: reason }, whyNotEndFollowUp),
  ),
]
