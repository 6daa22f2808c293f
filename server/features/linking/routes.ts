import * as contract from '@peyvand/domain/linking/contract.ts'
import type { Database } from '../../platform/db/database.ts'
import { Refused } from '../../platform/http/refused.ts'
import { openRoute, staffRoute } from '../../platform/http/route-context.ts'
import type { Http, Route } from '../../platform/http/route-context.ts'
import { callerOf } from '../../platform/sign-in/caller.ts'
import { addressKey } from '../../platform/sign-in/sign-in.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import * as byLink from './answer-by-link.ts'
import { listSightLinksOf } from './answer-link-store.ts'
import { askLinkCode } from './ask-link-code.ts'
import { listConsentsOf } from './consent-store.ts'
import { giveConsent } from './give-consent.ts'
import { mailAnswerLink } from './mail-answer-link.ts'
import { makeAnswerLink, withdrawAnswerLink } from './make-answer-link.ts'
import { mailSightLink, makeSightLink, withdrawSightLink } from './make-sight-link.ts'
import { listMyReferralPage } from './my-referrals-store.ts'
import { partnerRoutes } from './partner-routes.ts'
import { presentReferral } from './present-referral.ts'
import { referClient } from './refer-client.ts'
import { listReferralsOf } from './referral-store.ts'
import { recordOutcome, stepReferral } from './step-referral.ts'
import { withdrawConsent } from './withdraw-consent.ts'

interface Deps {
  database: Database
  signIn: SignIn
  /** Whether a mail server is named. */
  mails: boolean
}

export function linkingRoutes({ database, signIn, mails }: Deps): Route[] {
  const caller = ({ request, now }: Http) => ({ database, requestId: request.id, now })
  /** From one place only so many links are tried; one that opens is no try. */
  async function oneTry<T>({ request }: Http, open: () => Promise<T>): Promise<T> {
    const keys = [{ ...addressKey(callerOf(request)), kind: 'link' }]
    const seconds = await signIn.limit.take(keys, signIn.now())
    if (seconds !== undefined) throw new Refused('too_many', { retryAfterSeconds: seconds })
    const opened = await open()
    await signIn.limit.giveBack(keys)
    return opened
  }
  return [
    staffRoute(contract.listConsents, async ({ tx }, { params }) => ({
      consents: await listConsentsOf(tx, params.caseId),
    })),
    staffRoute(contract.giveConsent, (act, { params, input }) =>
      giveConsent(act, params.caseId, input),
    ),
    staffRoute(contract.withdrawConsent, (act, { params, input }) =>
      withdrawConsent(act, params.caseId, params.consentId, input),
    ),
    staffRoute(contract.listReferrals, async ({ tx }, { params }) => ({
      referrals: (await listReferralsOf(tx, params.caseId)).map(presentReferral),
    })),
    staffRoute(contract.referClient, (act, { params, input }) =>
      referClient(act, params.caseId, input),
    ),
    staffRoute(contract.stepReferral, (act, { params, input }) =>
      stepReferral(act, params.caseId, params.referralId, input),
    ),
    staffRoute(contract.recordOutcome, (act, { params, input }) =>
      recordOutcome(act, params.caseId, params.referralId, input),
    ),
    staffRoute(contract.makeAnswerLink, (act, { params, input }) =>
      makeAnswerLink(act, params.caseId, params.referralId, input),
    ),
    staffRoute(contract.mailAnswerLink, async (act, { params, input }) => {
      if (!mails) throw new Refused('mail_off')
      return await mailAnswerLink(act, signIn, params, input)
    }),
    staffRoute(contract.withdrawAnswerLink, (act, { params }) =>
      withdrawAnswerLink(act, params.caseId, params.referralId, params.linkId),
    ),
    staffRoute(contract.listSightLinks, async ({ tx }, { params }) => ({
      links: await listSightLinksOf(tx, params.caseId),
    })),
    staffRoute(contract.makeSightLink, (act, { params, input }) =>
      makeSightLink(act, params.caseId, input),
    ),
    staffRoute(contract.mailSightLink, async (act, { params, input }) => {
      if (!mails) throw new Refused('mail_off')
      return await mailSightLink(act, signIn, params.caseId, input)
    }),
    staffRoute(contract.withdrawSightLink, (act, { params }) =>
      withdrawSightLink(act, params.caseId, params.linkId),
    ),
    staffRoute(contract.listMyReferrals, async (act, { query }) => {
      const referrals = await listMyReferralPage(act.tx, act.today, query)
      for (const { caseId } of referrals) act.audited.cases.add(caseId)
      const isFull = referrals.length === query.limit
      return { referrals, before: isFull ? (referrals.at(-1)?.id ?? null) : null }
    }),
    openRoute(contract.askLinkCode, async ({ input }, http) => {
      if (!mails) throw new Refused('mail_off')
      const keys = [{ ...addressKey(callerOf(http.request)), kind: 'link_code' }]
      const seconds = await signIn.limit.take(keys, signIn.now())
      if (seconds !== undefined) throw new Refused('too_many', { retryAfterSeconds: seconds })
      await askLinkCode(caller(http), signIn, input.token)
      return {}
    }),
    openRoute(contract.openLink, ({ input }, http) =>
      oneTry(http, () => byLink.openLink(caller(http), input)),
    ),
    openRoute(contract.openSight, ({ input }, http) =>
      oneTry(http, () => byLink.openSight(caller(http), input)),
    ),
    openRoute(contract.answerByLink, ({ input }, http) => byLink.answerByLink(caller(http), input)),
    ...partnerRoutes,
    openRoute(contract.closeLink, async ({ input }, http) => {
      await byLink.closeLink(caller(http), input.session)
      return {}
    }),
  ]
}
