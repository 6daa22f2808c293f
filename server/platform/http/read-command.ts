import { createHash } from 'node:crypto'
import type { Endpoint } from '@peyvand/domain/contract.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Malformed } from './malformed.ts'
import type { Asked } from './route-context.ts'

const uuidText = z.uuid()

/** Under what id the caller may repeat the command. */
export function readCommandId(request: FastifyRequest): string {
  const given = uuidText.safeParse(request.headers['command-id'])
  if (!given.success) throw new Malformed([{ path: 'Command-Id', code: 'uuid', facts: {} }])
  return given.data.toLowerCase()
}

/** What makes a command the same command: where it goes and every word or byte it carries. */
export function wordsOf(request: FastifyRequest, asked: Asked<Endpoint>): string {
  const words = asked.file.bytes.length
    ? createHash('sha256').update(asked.file.bytes).digest('hex')
    : JSON.stringify(request.body ?? null)
  return `${request.url}\n${words}`
}
