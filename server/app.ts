import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import fastify, { LogController } from 'fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Logger } from 'pino'
import { v7 as newId } from 'uuid'
import { contract } from '@peyvand/domain/api.ts'
import type { Session } from './platform/access/actor.ts'
import { openDatabase } from './platform/db/database.ts'
import type { Database } from './platform/db/database.ts'
import { answerErrors } from './platform/http/answer-errors.ts'
import { guardOrigin } from './platform/http/guard-origin.ts'
import { holdBack } from './platform/http/hold-back.ts'
import { describeOpenApi } from './platform/http/open-api.ts'
import { referenceStyle, renderReference } from './platform/http/reference-page.ts'
import { Refused } from './platform/http/refused.ts'
import { registerRoutes } from './platform/http/register-routes.ts'
import { callerOf } from './platform/sign-in/caller.ts'
import { findSession } from './platform/sign-in/find-session.ts'
import { countPartnerCall, findPartnerSystem } from './platform/sign-in/machine-token.ts'
import { nameRoutes, routesOf } from './routes.ts'
import type { RouteDeps } from './routes.ts'

export interface AppDeps {
  pools: { web: pg.Pool; auth: pg.Pool }
  log: Logger
  /** Where the browser reaches us; decides cookies, HSTS and what a same origin is. */
  origin: string
  behindProxy: boolean
  tls?: { cert: Buffer; key: Buffer }
  webFolder: string
  appVersion: string
  signIn: RouteDeps['signIn']
  secrets: RouteDeps['secrets']
  mails?: boolean
  fillWithDemo?: RouteDeps['fillWithDemo']
  clock?: () => string
  /** Called with every answered request, for the metrics. */
  onAnswered?: (request: FastifyRequest, status: number, milliseconds: number) => void
}

/** The only file that knows everything: platform, rooms, and the built web. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const secure = deps.origin.startsWith('https:')
  const app = fastify({
    loggerInstance: deps.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    // One proxy is believed for what it adds itself, not for what a caller sends along.
    // one proxy is ours; what it was told by others is not believed
    trustProxy: deps.behindProxy ? (_address: string, hop: number) => hop === 0 : false,
    genReqId: () => newId(),
    bodyLimit: 1_048_576,
    // A head comes at once or not at all; a large file over a slow line may take its time.
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    requestTimeout: 300_000,
    ...(deps.tls ? { https: deps.tls } : {}),
  }) as unknown as FastifyInstance
  const database = openDatabase(deps.pools.web)
  const clock = deps.clock ?? (() => new Date().toISOString())
  const routeDeps = { ...deps, mails: deps.mails ?? false, database, clock, secure }

  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure,
  })
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  answerErrors(app)
  guardOrigin(app)
  holdBack(app, deps.pools.web, deps.pools.auth)
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime)
    const route = request.routeOptions.url ?? 'none'
    deps.onAnswered?.(request, reply.statusCode, reply.elapsedTime)
    const seen = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms,
    }
    deps.log.info({ ...seen, userId: request.userId }, 'answered')
  })

  const named = nameRoutes(routesOf(routeDeps))
  registerRoutes(app, named, {
    database,
    clock,
    findSession: findSessionWith(routeDeps),
    partners: {
      findSystem: (request) => findPartnerSystem(deps.signIn, callerOf(request)),
      countCall: (tokenId) => countPartnerCall(deps.signIn, tokenId),
    },
  })
  addPlatformRoutes(app, database, deps.appVersion)
  await serveWeb(app, deps.webFolder)
  return app
}

function findSessionWith(deps: RouteDeps) {
  return (request: FastifyRequest): Promise<Session | undefined> =>
    findSession(deps.signIn, callerOf(request))
}

/** Answers without sign-in that are not of any room: named one by one. */
function addPlatformRoutes(app: FastifyInstance, database: Database, appVersion: string): void {
  // Made when somebody asks for it, and kept.
  let openApi: ReturnType<typeof describeOpenApi> | undefined
  const described = () => (openApi ??= describeOpenApi(contract, appVersion))
  app.get('/api/health', async (_request, reply) => {
    const alive = await database
      .selectNoFrom((eb) => eb.val(1).as('one'))
      .execute()
      .then(
        () => true,
        () => false,
      )
    return reply.code(alive ? 200 : 503).send({ alive, version: appVersion })
  })
  app.get('/api/openapi.json', async () => described())
  app.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderReference(contract, described())),
  )
  app.get('/api/docs.css', async (_request, reply) => reply.type('text/css').send(referenceStyle))
  app.all('/api/*', async () => {
    throw new Refused('not_found')
  })
}

async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && !/\.\w+$/.test(request.url.split('?')[0] ?? '')
      ? reply.sendFile('index.html')
      : reply.code(404).send(),
  )
}
