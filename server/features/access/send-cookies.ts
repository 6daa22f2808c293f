import type { FastifyReply } from 'fastify'

export function sendCookies(reply: FastifyReply, setCookies: readonly string[]): void {
  for (const line of setCookies) reply.header('set-cookie', line)
}
