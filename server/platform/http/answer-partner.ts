import { maySendToken } from '@peyvand/domain/access/token-scopes.ts'
import type { Endpoint } from '@peyvand/domain/contract.ts'
import type { FastifyRequest } from 'fastify'
import { openPartnerAct } from '../access/open-partner-act.ts'
import type { PartnerAct } from '../access/open-partner-act.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Database } from '../db/database.ts'
import type { PartnerSystem } from '../sign-in/machine-token.ts'
import { readCommandId, wordsOf } from './read-command.ts'
import { Refused } from './refused.ts'
import type { Asked, PartnerRoute } from './route-context.ts'
import { runCommand } from './run-command.ts'
import { understandError } from './understand-error.ts'

/** The database takes nothing now, so it would not take a row about it either. */
export const outOfOrder = new Set(['busy', 'storage_full'])

/** How the systems of partners come in. */
export interface PartnerDoor {
  findSystem: (request: FastifyRequest) => Promise<PartnerSystem | undefined>
  /** Counts a call; a number of seconds where it has to wait. */
  countCall: (tokenId: string) => Promise<number | undefined>
}

interface Deps {
  database: Database
  partners: PartnerDoor
  clock: () => string
}

/**
 * A call of a partner's system: its token, how often it comes, what it may do and what it reaches
 * are looked at in this order; the trail holds what it asked for, answered or refused.
 */
export async function answerPartner(
  name: string,
  { endpoint, partner }: PartnerRoute,
  asked: Asked<Endpoint>,
  request: FastifyRequest,
  { database, partners, clock }: Deps,
): Promise<unknown> {
  const system = await partners.findSystem(request)
  if (!system) throw new Refused('not_signed_in')
  const seconds = await partners.countCall(system.tokenId)
  if (seconds !== undefined) throw new Refused('too_many', { retryAfterSeconds: seconds })
  const commandId = endpoint.method === 'GET' ? undefined : readCommandId(request)
  const { referralId } = asked.params as Record<string, string | undefined>
  const audited: PartnerAct['audited'] = {
    cases: new Set(),
    records: new Set([system.tokenId, ...(referralId ? [referralId] : [])]),
  }
  const entry = { agencyId: system.agencyId, verb: name, ...audited, requestId: request.id }

  try {
    if (!system.organisationId || !maySendToken(endpoint, system.scopes)) {
      throw new Refused('role_not_allowed')
    }
    return await database.transaction().execute(async (tx) => {
      const sees = await openPartnerAct(tx, system, referralId)
      if (!sees) throw new Refused('not_found')
      const act: PartnerAct = { tx, now: clock(), audited }
      const answer =
        commandId === undefined
          ? await partner(act, asked)
          : await runCommand(
              { tx, by: system.tokenId },
              { id: commandId, endpoint: name, says: wordsOf(request, asked) },
              () => partner(act, asked),
            )
      await writeAudit(tx, { ...entry, outcome: 'done' })
      return answer
    })
  } catch (error) {
    const understood = understandError(error)
    if (understood instanceof Refused && !outOfOrder.has(understood.code)) {
      await database.transaction().execute(async (tx) => {
        await openPartnerAct(tx, system)
        await writeAudit(tx, { ...entry, outcome: understood.code })
      })
    }
    throw understood
  }
}
