import type { Endpoint } from '@peyvand/domain/contract.ts'
import type { FastifyRequest } from 'fastify'
import type { Act } from '../../platform/access/act.ts'
import { openAct } from '../../platform/access/open-act.ts'
import { writeAudit } from '../../platform/audit/write-audit.ts'
import { Refused } from '../../platform/http/refused.ts'
import { understandError } from '../../platform/http/understand-error.ts'
import { callerOf } from '../../platform/sign-in/caller.ts'
import type { Caller } from '../../platform/sign-in/caller.ts'
import { findBrowserSession } from '../../platform/sign-in/find-session.ts'
import type { FoundSession } from '../../platform/sign-in/find-session.ts'
import { isFresh } from '../../platform/sign-in/prove-again.ts'
import type { AccessDeps } from './access-deps.ts'
import { noteStep } from './note-step.ts'

/** The person at the keyboard. A machine's token is not let in: accounts are for people. */
export async function requireBrowser(
  { signIn }: AccessDeps,
  request: FastifyRequest,
): Promise<{ caller: Caller; session: FoundSession }> {
  const caller = callerOf(request)
  const session = await findBrowserSession(signIn, caller)
  if (!session) throw new Refused('not_signed_in')
  request.userId = session.userId
  return { caller, session }
}

/**
 * A worker's act whose answer is a secret. It is shown this once: unlike other commands, neither
 * the answer nor a hash of what was sent is kept, and a repeat makes a new one.
 */
export async function actWithSecret<T>(
  deps: AccessDeps,
  request: FastifyRequest,
  { name, endpoint }: { name: string; endpoint: Endpoint },
  work: (act: Act) => Promise<T>,
): Promise<T> {
  const { session } = await requireBrowser(deps, request)
  const acting = deps.database.transaction().execute(async (tx) => {
    const { act } = await openAct(tx, { session, now: deps.clock(), readOnly: false })
    if (!endpoint.roles?.some((role) => act.actor.roles.includes(role))) {
      throw new Refused('role_not_allowed', { roles: endpoint.roles })
    }
    if (!isFresh(deps.signIn, session)) throw new Refused('fresh_sign_in_needed')
    const answer = await work(act)
    await writeAudit(tx, {
      agencyId: act.actor.agencyId,
      userId: act.actor.id,
      verb: name,
      records: act.audited.records,
      outcome: 'done',
      requestId: request.id,
    })
    return answer
  })
  return await acting.catch(async (error: unknown) => {
    const understood = understandError(error)
    if (understood instanceof Refused) {
      const { userId } = session
      await noteStep(deps.signIn, { userId, name, outcome: understood.code, requestId: request.id })
    }
    throw understood
  })
}
