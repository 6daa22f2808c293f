import fastify from 'fastify'
import { expect, test } from 'vitest'
import { answerErrors } from './answer-errors.ts'
import { holdBack } from './hold-back.ts'

async function ask(waitingCount: number, url: string) {
  const app = fastify()
  answerErrors(app)
  holdBack(app, { waitingCount: waitingCount - 10 }, { waitingCount: 10 })
  app.get('/api/cases', async () => 'cases')
  app.get('/api/health', async () => 'alive')
  const answer = await app.inject(url)
  await app.close()
  return [answer.statusCode, answer.headers['retry-after']]
}

test('whoever comes while the queue is full is asked to come again, and is told when', async () => {
  expect(await ask(64, '/api/cases')).toEqual([503, '2'])
})

test('while there is room everybody is served', async () => {
  expect(await ask(63, '/api/cases')).toEqual([200, undefined])
})

test('whether the server is alive is answered even then', async () => {
  expect(await ask(500, '/api/health')).toEqual([200, undefined])
})
