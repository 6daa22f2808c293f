import { z } from 'zod'
import { isFreshSignIn } from '@peyvand/domain/access/session.ts'
import { maySendToken } from '@peyvand/domain/access/token-scopes.ts'
import type { Endpoint } from '@peyvand/domain/contract.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openAct, takeRole } from '../access/open-act.ts'
import { stillSees } from '../access/still-sees.ts'
import type { Subject } from '../access/still-sees.ts'
import type { Act } from '../access/act.ts'
import type { Session } from '../access/actor.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Database } from '../db/database.ts'
import { Malformed, parseOrMalformed } from './malformed.ts'
import { Refused } from './refused.ts'
import { answerPartner, outOfOrder } from './answer-partner.ts'
import type { PartnerDoor } from './answer-partner.ts'
import { readCommandId, wordsOf } from './read-command.ts'
import type { Asked, FileAnswer, Route, StaffRoute } from './route-context.ts'
import { runCommand } from './run-command.ts'
import { understandError } from './understand-error.ts'

export interface NamedRoute {
  name: string
  route: Route
}

declare module 'fastify' {
  interface FastifyRequest {
    /** For the log: whose request this is, once it is known. */
    userId?: string
  }
}

interface Deps {
  database: Database
  findSession: (request: FastifyRequest) => Promise<Session | undefined>
  partners: PartnerDoor
  clock: () => string
}

/** What leaves no trace of its own, unless it names cases that were looked at. */
const unaudited = new Set<Endpoint['about']>(['self', 'nobody', 'directory', 'agency'])

export function registerRoutes(app: FastifyInstance, routes: readonly NamedRoute[], deps: Deps) {
  for (const { name, route } of routes) {
    const { endpoint } = route
    const inPath = readerOfPath(endpoint)
    app.route({
      method: endpoint.method,
      url: `/api${endpoint.path}`,
      ...(endpoint.accepts ? { bodyLimit: endpoint.accepts.maxBytes } : {}),
      ...(endpoint.maxBytes ? { bodyLimit: endpoint.maxBytes } : {}),
      // Before a large body is read: whose it is.
      ...('staff' in route && (endpoint.accepts || endpoint.maxBytes)
        ? { onRequest: (request: FastifyRequest) => refuseStranger(request, deps) }
        : {}),
      handler: async (request, reply) => {
        const asked = readAsked(endpoint, inPath, request)
        const answer =
          'staff' in route
            ? await answerStaff(name, route, asked, request, deps)
            : 'partner' in route
              ? await answerPartner(name, route, asked, request, deps)
              : await route.open(asked, { request, reply, now: deps.clock() })
        return endpoint.answers === 'file'
          ? sendFile(reply, answer as FileAnswer)
          : reply.send(endpoint.answer.parse(answer ?? {}))
      },
    })
  }
}

async function refuseStranger(request: FastifyRequest, deps: Deps): Promise<void> {
  if (!(await deps.findSession(request))) throw new Refused('not_signed_in')
}

const uuidText = z.uuid()
const madeHere = z.object({ id: uuidText })
const pathId = uuidText.transform((v) => v.toLowerCase())

/** What stands in the path: each part as the contract says, else an id. */
function readerOfPath({ path, params = {} }: Endpoint): z.ZodType {
  const declared: Record<string, z.ZodType<string> | undefined> = params
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  return z.object(Object.fromEntries(names.map((name) => [name, declared[name] ?? pathId])))
}

function readAsked(
  endpoint: Endpoint,
  inPath: z.ZodType,
  request: FastifyRequest,
): Asked<Endpoint> {
  const params = parseOrMalformed(inPath, request.params, '') as Record<string, string>
  const query = endpoint.query ? parseOrMalformed(endpoint.query, request.query, '') : undefined
  const file: { bytes: Buffer; contentType: string } = { bytes: Buffer.alloc(0), contentType: '' }
  if (endpoint.accepts) {
    file.contentType =
      String(request.headers['content-type'] ?? '')
        .split(';')[0]
        ?.trim() ?? ''
    if (!endpoint.accepts.types.includes(file.contentType)) {
      throw new Refused('file_type_not_allowed', { types: endpoint.accepts.types })
    }
    if (!Buffer.isBuffer(request.body) || request.body.length === 0) {
      throw new Malformed([{ path: 'file', code: 'empty', facts: {} }])
    }
    file.bytes = request.body
  }
  const input =
    endpoint.input && !endpoint.accepts
      ? parseOrMalformed(endpoint.input, request.body ?? {}, '')
      : undefined
  return { params, query, input, file } as Asked<Endpoint>
}

async function answerStaff(
  name: string,
  route: StaffRoute,
  asked: Asked<Endpoint>,
  request: FastifyRequest,
  deps: Deps,
): Promise<unknown> {
  const { endpoint } = route
  const session = await deps.findSession(request)
  if (!session) throw new Refused('not_signed_in')
  if (session.scopes && !maySendToken(endpoint, session.scopes)) {
    throw new Refused('role_not_allowed')
  }
  request.userId = session.userId
  const readOnly = endpoint.method === 'GET'
  const commandId = readOnly ? '' : readCommandId(request)
  const caseId =
    endpoint.about === 'case' ? (asked.params as Record<string, string>).caseId : undefined
  const subject = subjectOf(endpoint, asked)
  const now = deps.clock()
  let act: Act | undefined
  // The answer is the same as for what is absent; the trail tells them apart.
  let knockedInVain = false

  const run = () =>
    deps.database.transaction().execute(async (tx) => {
      const opening = await openAct(tx, { session, now, caseId, writes: endpoint.writes, readOnly })
      act = opening.act
      for (const id of subject?.ids ?? []) act.audited.records.add(id)
      knockedInVain = opening.refusal === 'not_found'
      if (opening.refusal) throw new Refused(opening.refusal)
      const { roles } = act.actor
      if (endpoint.roles && !endpoint.roles.some((role) => roles.includes(role))) {
        throw new Refused('role_not_allowed', { roles: endpoint.roles })
      }
      if (endpoint.fresh && !isFresh(session, now)) throw new Refused('fresh_sign_in_needed')
      const opened = act
      const answer = readOnly
        ? await answerRead(route, opened, asked)
        : await runCommand(
            { tx, by: opened.actor.id },
            {
              id: commandId,
              endpoint: name,
              says: wordsOf(request, asked),
              ...(subject ? { mayHearAgain: () => stillSees(tx, subject) } : {}),
            },
            () => route.staff(opened, asked),
          )
      const leavesTrace = endpoint.reads === 'report' || !unaudited.has(endpoint.about)
      if (!readOnly || leavesTrace || opened.audited.cases.size > 0) {
        await writeAudit(tx, {
          ...audited(opened),
          verb: name,
          outcome: 'done',
          requestId: request.id,
        })
      }
      return answer
    })

  try {
    return await run()
  } catch (error) {
    const understood = understandError(error)
    // A deadlock or a serialization failure took nothing: the same transaction is tried once more.
    if (understood instanceof Refused && understood.code === 'busy' && isConflict(error)) {
      return await run()
    }
    if (understood instanceof Refused && act && !outOfOrder.has(understood.code)) {
      const outcome = knockedInVain ? 'case_not_seen' : understood.code
      await auditRefusal(deps.database, act, name, outcome, request.id)
    }
    throw understood
  }
}

/**
 * Whom a call about requests or people names, for the trail and before an answer is told again. A
 * request that is made by the command has its id from there.
 */
function subjectOf(
  { about }: Endpoint,
  { params, input }: Asked<Endpoint>,
): (Subject & { ids: readonly string[] }) | undefined {
  if (about !== 'request' && about !== 'person') return undefined
  const inPath: Record<string, string | undefined> = params
  const made = madeHere.safeParse(input).data?.id
  const requestId = inPath.requestId ?? (about === 'request' ? made : undefined)
  const ids = [...Object.values(inPath), requestId].filter((id) => id !== undefined)
  return { requestId, personId: inPath.personId, ids }
}

function isFresh({ provedAt }: Session, now: string): boolean {
  return (
    provedAt !== undefined && isFreshSignIn({ provedAt: Date.parse(provedAt) }, Date.parse(now))
  )
}

/** A report is answered by a role that can read summaries alone; then the worker's own is taken again. */
async function answerRead(route: StaffRoute, act: Act, asked: Asked<Endpoint>): Promise<unknown> {
  if (route.endpoint.reads !== 'report') return await route.staff(act, asked)
  const taken = { userId: act.actor.id, relaxed: true }
  await takeRole(act.tx, 'peyvand_report', taken)
  const answer = await route.staff(act, asked)
  await takeRole(act.tx, 'peyvand_staff', taken)
  return answer
}

function audited(act: Act) {
  return {
    agencyId: act.actor.agencyId,
    userId: act.actor.id,
    cases: act.audited.cases,
    records: act.audited.records,
    reason: act.audited.reason,
  }
}

/** Refusals are audited like successes, in a transaction of their own. */
async function auditRefusal(
  database: Database,
  act: Act,
  verb: string,
  outcome: string,
  requestId: string,
): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await takeRole(tx, 'peyvand_staff', { userId: act.actor.id })
    await writeAudit(tx, { ...audited(act), verb, outcome, requestId })
  })
}

function isConflict(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
  )
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  return reply
    .header('content-type', file.contentType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(file.bytes)
}
