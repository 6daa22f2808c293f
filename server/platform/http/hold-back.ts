import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Refused } from './refused.ts'

/** As many may wait for a connection as are served within about a second. */
const longestQueue = 64

/**
 * Rather than let everybody wait until nobody is answered, whoever comes when the queue for the
 * database is full is asked at once to come again: 503 with Retry-After.
 */
export function holdBack(
  app: FastifyInstance,
  ...pools: readonly Pick<pg.Pool, 'waitingCount'>[]
): void {
  app.addHook('onRequest', async (request) => {
    const asksDatabase = request.url.startsWith('/api/') && request.url !== '/api/health'
    const waiting = pools.reduce((sum, pool) => sum + pool.waitingCount, 0)
    if (asksDatabase && waiting >= longestQueue) throw new Refused('busy')
  })
}
