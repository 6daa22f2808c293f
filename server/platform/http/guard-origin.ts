import type { FastifyInstance } from 'fastify'
import { Refused } from './refused.ts'

/**
 * A page of another site may not act with a worker's cookie: whatever changes something must come
 * from our own origin, as the browser itself says. A machine's bearer token carries no cookie.
 */
export function guardOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    if (request.headers.authorization && !request.headers.cookie) return
    const origin = request.headers.origin
    const own = `${request.protocol}://${request.host}`
    const site = request.headers['sec-fetch-site']
    if (origin !== own || (site !== undefined && site !== 'same-origin')) {
      throw new Refused('not_same_origin')
    }
  })
}
