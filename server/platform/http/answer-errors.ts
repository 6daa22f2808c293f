import { refusals } from '@peyvand/domain/refusals.ts'
import type { FastifyInstance } from 'fastify'
import { Malformed } from './malformed.ts'
import { Refused } from './refused.ts'
import { understandError } from './understand-error.ts'

/** The one place where an error becomes an answer: malformed, refused, or a fault with its id. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((raw, request, reply) => {
    const error = understandError(asOurs(raw))
    if (error instanceof Malformed) {
      return reply
        .code(400)
        .send({ error: { kind: 'malformed', paths: error.paths, requestId: request.id } })
    }
    if (error instanceof Refused) {
      if (error.code === 'busy') reply.header('retry-after', '2')
      if (error.code === 'storage_full') reply.header('retry-after', '60')
      if (error.code === 'too_many') {
        reply.header('retry-after', String(Number(error.facts.retryAfterSeconds ?? 3600)))
      }
      return reply.code(refusals[error.code]).send({
        error: { kind: 'refused', code: error.code, facts: error.facts, requestId: request.id },
      })
    }
    request.log.error({ err: error, requestId: request.id }, 'fault')
    return reply.code(500).send({ error: { kind: 'fault', requestId: request.id } })
  })
}

/** The HTTP library's own complaints about a body, in our words. */
function asOurs(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refused('file_too_large')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Refused('file_type_not_allowed', { types: ['application/json'] })
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new Malformed([{ path: '', code: 'invalid_json', facts: { detail: error.message } }])
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Malformed([{ path: '', code: 'cut_short', facts: {} }])
    default:
      return 'statusCode' in error && error.statusCode === 429
        ? new Refused('too_many', { retryAfterSeconds: 60 })
        : error
  }
}
