import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'
import { describeError } from './describe-error.ts'

export type Log = Logger

// A line holds these fields and no others, so nothing personal is logged by oversight.
const allowed = new Set([
  'req',
  'res',
  'err',
  'reqId',
  'requestId',
  'method',
  'route',
  'status',
  'ms',
  'userId',
  'job',
  'jobId',
  'attempt',
  'step',
  'pid',
  'port',
  'seal',
  'count',
])

type Request = { id?: string; method?: string; routeOptions?: { url?: string }; userId?: string }
type Reply = { statusCode?: number }

/** JSON lines of what happened, without personal data: ids, routes, codes and times. */
export function createLog(destination?: DestinationStream, level = 'info'): Log {
  const options = {
    level,
    base: null,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name))),
    },
    serializers: {
      req: (request: Request) => ({
        id: request.id,
        method: request.method,
        route: request.routeOptions?.url,
        userId: request.userId,
      }),
      res: (reply: Reply) => ({ status: reply.statusCode }),
      err: describeError,
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
