import fastify from 'fastify'
import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

async function serve() {
  const app = fastify()
  const metrics = createMetrics({})
  app.get('/cases/:caseId', async () => 'x')
  app.addHook('onResponse', async (request, reply) =>
    metrics.observe(request, reply.statusCode, reply.elapsedTime),
  )
  metrics.serve(app)
  return app
}

test('times are counted by route, so that no case is named', async () => {
  const app = await serve()
  await app.inject('/cases/0193a5c2')
  const { body } = await app.inject('/metrics')
  expect(body).toContain('route="/cases/:caseId",status="200"')
  expect(body).not.toContain('0193a5c2')
})

test.each([
  ['another machine', { remoteAddress: '10.0.0.7' }],
  ['behind a proxy on this machine', { headers: { 'x-forwarded-for': '10.0.0.7' } }],
])('%s finds no numbers', async (_who, how) => {
  const app = await serve()
  const answer = await app.inject({ url: '/metrics', ...how })
  expect(answer.statusCode).toBe(404)
})
