import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { partnerScopes, tokenScopes } from '@peyvand/domain/access/token-scopes.ts'
import type { PartnerScope } from '@peyvand/domain/access/token-scopes.ts'
import type {
  AnswerOf,
  Endpoint,
  PathOf,
  Params,
  SentInput,
  SentQuery,
} from '@peyvand/domain/contract.ts'
import { buildApp } from '../app.ts'
import { openPool } from '../platform/db/database.ts'
import { createLog } from '../platform/log.ts'
import { makeMachineToken } from '../platform/sign-in/machine-token.ts'
import { openAuthPool } from '../platform/sign-in/open-auth-pool.ts'
import { createSignIn } from '../platform/sign-in/sign-in.ts'
import { copyDatabase } from './template-database.ts'

export interface TestWorker {
  id: string
  agencyId: string
  token: string
}

/** The parts a route asks for; params and input are typed by its endpoint. */
export type Sent<E> = {
  params?: Params<PathOf<E>>
  query?: SentQuery<E>
  input?: SentInput<E>
  file?: { bytes: Buffer; contentType: string }
  commandId?: string
}

export interface TestAnswer<B> {
  status: number
  body: B
  error?: {
    kind: string
    code?: string
    facts?: Record<string, unknown>
    paths?: { path: string; code: string }[]
  }
  bytes: Buffer
  headers: Record<string, unknown>
}

export interface TestApp {
  app: FastifyInstance
  /** The database as its owner, past every policy: to set up and to look, never to act. */
  owner: pg.Pool
  /** Where the job runner signs in. */
  workerUrl: string
  /** Every line logged so far, to prove that nothing personal is in it. */
  logged: () => string
  /** The day and moment all requests happen at; change it to let time pass. */
  clock: { now: string }
  send<E extends Endpoint>(
    worker: TestWorker | undefined,
    endpoint: E,
    sent?: Sent<E>,
  ): Promise<TestAnswer<AnswerOf<E>>>
  /** The same, where anything but success fails the test. */
  ask<E extends Endpoint>(
    worker: TestWorker | undefined,
    endpoint: E,
    sent?: Sent<E>,
  ): Promise<AnswerOf<E>>
  close: () => Promise<void>
}

/** The real application on a copied database; time stands still until a test moves it. */
export async function startTestApp({ mails = false } = {}): Promise<TestApp> {
  const database = await copyDatabase()
  const clock = { now: '2026-11-21T08:30:00.000Z' }
  const pools = {
    web: openPool(database.webUrl, 8, 'test'),
    auth: openAuthPool(database.webUrl, 3),
  }
  const owner = new pg.Pool({
    connectionString: database.ownerUrl,
    max: 3,
    options: '-c search_path=app,public',
  })
  for (const pool of [pools.web, owner]) {
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
  }
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const origin = 'http://localhost'
  const app = await buildApp({
    pools,
    log: createLog(sink),
    origin,
    behindProxy: false,
    webFolder: '',
    appVersion: 'test',
    signIn: createSignIn({
      pool: pools.auth,
      origin,
      keys: { sessions: 's'.repeat(43), secrets: 'k'.repeat(43) },
      now: () => new Date(clock.now),
      log: () => undefined,
    }),
    secrets: { drafts: 'd'.repeat(43) },
    mails,
    clock: () => clock.now,
  })
  await app.ready()

  const send: TestApp['send'] = async (worker, endpoint, sent = {}) => {
    const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) =>
      encodeURIComponent((sent.params as Record<string, string> | undefined)?.[name] ?? ''),
    )
    const query = new URLSearchParams(
      Object.entries(
        (sent.query ?? {}) as Record<string, string | number | boolean | undefined>,
      ).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
    ).toString()
    const answer = await app.inject({
      method: endpoint.method,
      url: `/api${path}${query ? `?${query}` : ''}`,
      headers: {
        ...(worker ? { authorization: `Bearer ${worker.token}` } : { origin, host: 'localhost' }),
        ...(endpoint.method === 'GET' ? {} : { 'command-id': sent.commandId ?? newId() }),
        ...(sent.file ? { 'content-type': sent.file.contentType } : {}),
      },
      ...(sent.file
        ? { payload: sent.file.bytes }
        : endpoint.method === 'GET'
          ? {}
          : { payload: (sent.input ?? {}) as object }),
    })
    const isJson = String(answer.headers['content-type']).startsWith('application/json')
    const body = (isJson ? answer.json() : undefined) as never
    return {
      status: answer.statusCode,
      body,
      error: (body as { error?: never } | undefined)?.error,
      bytes: answer.rawPayload,
      headers: answer.headers,
    }
  }

  return {
    app,
    owner,
    clock,
    workerUrl: database.workerUrl,
    logged: () => lines.join(''),
    send,
    ask: async (worker, endpoint, sent) => {
      const answer = await send(worker, endpoint, sent)
      if (answer.status !== 200) {
        throw new Error(
          `${endpoint.method} ${endpoint.path}: ${answer.status} ${JSON.stringify(answer.error)}`,
        )
      }
      return answer.body
    },
    close: async () => {
      await app.close()
      await Promise.all([pools.web.end(), pools.auth.end(), owner.end()])
      await database.drop()
    },
  }
}

/** A bearer token that acts as this worker, with every scope. */
export async function giveToken(owner: pg.Pool, userId: string, agencyId: string): Promise<string> {
  const { token, hash } = makeMachineToken()
  await owner.query(
    `insert into auth.machine_token (id, agency_id, user_id, kind, name, token_hash, scopes, made_at, until)
     values ($1, $2, $3, 'person', 'test', $4, $5, now(), '2100-01-01')`,
    [newId(), agencyId, userId, hash, [...tokenScopes]],
  )
  return token
}

/** A bearer token of a partner's system, bound to an organisation of the directory. */
export async function givePartnerToken(
  owner: pg.Pool,
  of: { agencyId: string; organisationId: string | null; scopes?: readonly PartnerScope[] },
): Promise<TestWorker> {
  const { token, hash } = makeMachineToken()
  const id = newId()
  await owner.query(
    `insert into auth.machine_token (id, agency_id, organisation_id, kind, name, token_hash, scopes, made_at, until)
     values ($1, $2, $3, 'partner_system', 'test', $4, $5, now(), '2100-01-01')`,
    [id, of.agencyId, of.organisationId, hash, [...(of.scopes ?? partnerScopes)]],
  )
  return { id, agencyId: of.agencyId, token }
}
