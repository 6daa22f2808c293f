import * as contract from '@peyvand/domain/access/contract.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../platform/http/refused.ts'
import { openRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { callerOf } from '../../platform/sign-in/caller.ts'
import { findBrowserSession } from '../../platform/sign-in/find-session.ts'
import { proveAgain } from '../../platform/sign-in/prove-again.ts'
import { resetByCode } from '../../platform/sign-in/reset-by-code.ts'
import { signInByCode, signInByPassword, signOut } from '../../platform/sign-in/sign-in-steps.ts'
import type { SignInOutcome } from '../../platform/sign-in/sign-in-steps.ts'
import type { AccessDeps } from './access-deps.ts'
import { requireBrowser } from './as-signed-in.ts'
import { askResetCode } from './ask-reset-code.ts'
import { noteStep } from './note-step.ts'
import { sendCookies } from './send-cookies.ts'
import { tooMany } from './too-many.ts'

export const signInRoutes = (deps: AccessDeps): Route[] => {
  const { signIn } = deps

  async function answerStep(
    name: 'signIn' | 'signInByCode',
    outcome: SignInOutcome,
    http: { request: FastifyRequest; reply: FastifyReply },
  ): Promise<{ next: 'signed_in' | 'second_factor' }> {
    if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
    const userId = 'userId' in outcome ? outcome.userId : undefined
    await noteStep(signIn, { userId, name, outcome: outcome.kind, requestId: http.request.id })
    switch (outcome.kind) {
      case 'signed_in':
      case 'second_factor':
        sendCookies(http.reply, outcome.setCookies)
        return { next: outcome.kind }
      case 'too_late':
        throw new Refused('sign_in_step_expired')
      case 'failed':
        throw new Refused(name === 'signIn' ? 'sign_in_failed' : 'second_factor_wrong')
    }
  }

  return [
    openRoute(contract.signIn, async ({ input }, http) =>
      answerStep('signIn', await signInByPassword(signIn, callerOf(http.request), input), http),
    ),

    openRoute(contract.signInByCode, async ({ input }, http) =>
      answerStep(
        'signInByCode',
        await signInByCode(signIn, callerOf(http.request), input.kind, input.code),
        http,
      ),
    ),

    openRoute(contract.readSignInWays, async () => ({ mails: deps.mails })),

    openRoute(contract.askResetCode, async ({ input }, { request }) => {
      if (!deps.mails) throw new Refused('mail_off')
      const outcome = await askResetCode(signIn, callerOf(request), input.name)
      if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
      const { userId } = outcome
      await noteStep(signIn, {
        userId,
        name: 'askResetCode',
        outcome: 'asked',
        requestId: request.id,
      })
      return {}
    }),

    openRoute(contract.resetPassword, async ({ input }, { request }) => {
      const outcome = await resetByCode(signIn, callerOf(request), input)
      if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
      if (outcome.kind === 'weak') throw new Refused('password_too_weak', { why: outcome.why })
      await noteStep(signIn, {
        userId: outcome.kind === 'done' ? outcome.userId : undefined,
        name: 'resetPassword',
        outcome: outcome.kind,
        requestId: request.id,
      })
      if (outcome.kind === 'failed') throw new Refused('reset_code_wrong')
      return {}
    }),

    openRoute(contract.signOut, async (_asked, { request, reply }) => {
      const caller = callerOf(request)
      const session = await findBrowserSession(signIn, caller)
      sendCookies(reply, await signOut(signIn, caller))
      if (session) {
        const { userId } = session
        await noteStep(signIn, { userId, name: 'signOut', outcome: 'done', requestId: request.id })
      }
      return {}
    }),

    openRoute(contract.proveAgain, async ({ input }, { request }) => {
      const { caller, session } = await requireBrowser(deps, request)
      const outcome = await proveAgain(signIn, caller, session, input.password)
      if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
      const { userId } = session
      await noteStep(signIn, {
        userId,
        name: 'proveAgain',
        outcome: outcome.kind,
        requestId: request.id,
      })
      if (outcome.kind === 'failed') throw new Refused('password_wrong')
      return {}
    }),
  ]
}
