import * as contract from '@peyvand/domain/access/contract.ts'
import type { FastifyRequest } from 'fastify'
import { Refused } from '../../platform/http/refused.ts'
import { openRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { changePassword } from '../../platform/sign-in/change-password.ts'
import { endSession } from '../../platform/sign-in/find-session.ts'
import { endOtherSessions, listSessions } from '../../platform/sign-in/list-sessions.ts'
import {
  confirmSecondFactor,
  endSecondFactor,
  renewBackupCodes,
  startSecondFactor,
} from '../../platform/sign-in/second-factor.ts'
import type { AccessDeps } from './access-deps.ts'
import { findAccount, revokeTokenOf } from './account-store.ts'
import { requireBrowser } from './as-signed-in.ts'
import { noteStep } from './note-step.ts'
import { sendCookies } from './send-cookies.ts'
import { tooMany } from './too-many.ts'

export const accountRoutes = (deps: AccessDeps): Route[] => {
  const { signIn } = deps
  const note = (request: FastifyRequest, userId: string, name: string, outcome: string) =>
    noteStep(signIn, { userId, name, outcome, requestId: request.id })

  return [
    openRoute(contract.readAccount, async (_asked, { request }) => {
      const { session } = await requireBrowser(deps, request)
      const sessions = await listSessions(signIn, session.userId)
      return {
        ...(await findAccount(signIn, session.userId)),
        sessions: sessions.map((one) => ({ ...one, current: one.id === session.sessionId })),
      }
    }),

    openRoute(contract.endSession, async ({ params }, { request }) => {
      const { session } = await requireBrowser(deps, request)
      const ended = await endSession(signIn, session.userId, params.sessionId)
      if (!ended) throw new Refused('not_found')
      await note(request, session.userId, 'endSession', 'done')
      return {}
    }),

    openRoute(contract.endOtherSessions, async (_asked, { request }) => {
      const { session } = await requireBrowser(deps, request)
      const ended = await endOtherSessions(signIn, session.userId, session.sessionId)
      await note(request, session.userId, 'endOtherSessions', 'done')
      return { ended }
    }),

    openRoute(contract.changePassword, async ({ input }, { request, reply }) => {
      const { caller, session } = await requireBrowser(deps, request)
      const outcome = await changePassword(signIn, caller, session, input)
      if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
      if (outcome.kind === 'weak') throw new Refused('password_too_weak', { why: outcome.why })
      await note(request, session.userId, 'changePassword', outcome.kind)
      if (outcome.kind === 'failed') throw new Refused('password_wrong')
      sendCookies(reply, outcome.setCookies)
      return {}
    }),

    openRoute(contract.startSecondFactor, async ({ input }, { request }) => {
      const { caller, session } = await requireBrowser(deps, request)
      const outcome = await startSecondFactor(signIn, caller, session, input.password)
      if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
      if (outcome.kind === 'failed') throw new Refused('password_wrong')
      if (outcome.kind === 'already_on') throw new Refused('second_factor_on')
      const { uri, secret, backupCodes } = outcome
      return { uri, secret, backupCodes }
    }),

    openRoute(contract.confirmSecondFactor, async ({ input }, { request, reply }) => {
      const { caller, session } = await requireBrowser(deps, request)
      const outcome = await confirmSecondFactor(signIn, caller, session, input.code)
      if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
      await note(request, session.userId, 'confirmSecondFactor', outcome.kind)
      if (outcome.kind === 'failed') throw new Refused('second_factor_wrong')
      sendCookies(reply, outcome.setCookies)
      return {}
    }),

    openRoute(contract.endSecondFactor, async ({ input }, { request, reply }) => {
      const { caller, session } = await requireBrowser(deps, request)
      const outcome = await endSecondFactor(signIn, caller, session, input.password)
      if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
      await note(request, session.userId, 'endSecondFactor', outcome.kind)
      if (outcome.kind === 'failed') throw new Refused('password_wrong')
      sendCookies(reply, outcome.setCookies)
      return {}
    }),

    openRoute(contract.renewBackupCodes, async ({ input }, { request }) => {
      const { caller, session } = await requireBrowser(deps, request)
      const outcome = await renewBackupCodes(signIn, caller, session, input.password)
      if (outcome.kind === 'wait') throw tooMany(outcome.seconds)
      if (outcome.kind === 'not_on') throw new Refused('second_factor_off')
      await note(request, session.userId, 'renewBackupCodes', outcome.kind)
      if (outcome.kind === 'failed') throw new Refused('password_wrong')
      return { backupCodes: outcome.backupCodes }
    }),

    openRoute(contract.revokeOwnToken, async ({ params }, { request }) => {
      const { session } = await requireBrowser(deps, request)
      const revoked = await revokeTokenOf(signIn, session.userId, params.tokenId)
      if (!revoked) throw new Refused('not_found')
      await note(request, session.userId, 'revokeOwnToken', 'done')
      return {}
    }),
  ]
}
