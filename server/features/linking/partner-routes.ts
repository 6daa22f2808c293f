import * as contract from '@peyvand/domain/linking/contract.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { partnerRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { answerSentReferral } from './answer-sent-referral.ts'
import { partnerSteps, presentLinked } from './present-linked.ts'
import { listSentPage, readSent } from './sent-referral-store.ts'

/** What the system of a partner may do with its token. */
export const partnerRoutes: Route[] = [
  partnerRoute(contract.listSentReferrals, async ({ tx, audited }, { query }) => {
    const page = await listSentPage(tx, query)
    for (const { caseId } of page) audited.cases.add(caseId)
    const referrals = page.map((row) => ({ ...row, nextSteps: partnerSteps(row.status) }))
    const isFull = page.length === query.limit
    return { referrals, before: isFull ? (page.at(-1)?.id ?? null) : null }
  }),
  partnerRoute(contract.readSentReferral, async ({ tx, audited }, { params }) => {
    const row = orNotFound(await readSent(tx, params.referralId))
    audited.cases.add(row.caseId)
    return presentLinked(row)
  }),
  partnerRoute(contract.answerSentReferral, (act, { params, input }) =>
    answerSentReferral(act, params.referralId, input),
  ),
]
