import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export type Metrics = {
  /** Counts one answered request. */
  observe: (request: FastifyRequest, status: number, milliseconds: number) => void
  /**
   * Shows the numbers at `/metrics`, to this machine alone: a request that came through a proxy, or
   * from elsewhere, finds nothing there.
   */
  serve: (app: FastifyInstance) => void
}

/** Numbers about the running server in the format of Prometheus. */
export function createMetrics(pools: Record<string, pg.Pool>): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  })
  describePools(register, pools)
  if (pools.jobs) describeMail(register, pools.jobs)
  return {
    observe: (request, status, milliseconds) => {
      const route = request.routeOptions.url ?? 'none'
      durations.observe({ method: request.method, route, status }, milliseconds / 1000)
    },
    serve: (app) => {
      app.get('/metrics', async (request, reply) => {
        if (!isLocal(request)) return reply.code(404).send()
        return reply.type(register.contentType).send(await register.metrics())
      })
    },
  }
}

function describePools(register: Registry, pools: Record<string, pg.Pool>): void {
  const connections = new Gauge({
    name: 'database_connections',
    help: 'Connections of each pool: open, idle, and requests waiting for one',
    labelNames: ['pool', 'state'],
    registers: [register],
    collect: () => {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        connections.set({ pool, state: 'open' }, totalCount)
        connections.set({ pool, state: 'idle' }, idleCount)
        connections.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
  })
}

/** A mail that cannot be delivered shows here; the log says why. */
function describeMail(register: Registry, jobs: pg.Pool): void {
  const mails = new Gauge({
    name: 'mails',
    help: 'Mails waiting, waiting after a failed try, and given up in the last seven days',
    labelNames: ['state'],
    registers: [register],
    collect: async () => {
      const found = await jobs.query<Record<'waiting' | 'failing' | 'refused' | 'late', number>>(
        `select count(*) filter (where state = 'waiting')::int as waiting,
           count(*) filter (where state = 'waiting' and failures > 0)::int as failing,
           count(*) filter (where state = 'refused')::int as refused,
           count(*) filter (where state = 'late')::int as late
         from app.mail where state = 'waiting' or closed_at > now() - interval '7 days'`,
      )
      for (const [state, count] of Object.entries(found.rows[0] ?? {})) mails.set({ state }, count)
    },
  })
}

function isLocal(request: FastifyRequest): boolean {
  const { remoteAddress } = request.raw.socket
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => request.headers[name] !== undefined,
  )
  return !forwarded && /^(::ffff:)?127\.|^::1$/.test(remoteAddress ?? '')
}
