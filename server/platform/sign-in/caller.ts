import type { FastifyRequest } from 'fastify'

/** Who calls, as far as the connection shows. */
export interface Caller {
  cookie: string
  userAgent: string
  authorization: string | undefined
  address: string
}

export function callerOf(request: FastifyRequest): Caller {
  return {
    cookie: request.headers.cookie ?? '',
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    authorization: request.headers.authorization,
    address: request.ip,
  }
}

export function cookiesOf(caller: Caller): [name: string, value: string][] {
  return caller.cookie.split(';').flatMap((pair) => {
    const at = pair.indexOf('=')
    return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]]
  })
}

/** IPv6 changes within a household: tries are counted for its /64. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : 8 - front.length - back.length
  return [...front, ...Array.from({ length: gap }, () => '0'), ...back].slice(0, 4).join(':')
}
