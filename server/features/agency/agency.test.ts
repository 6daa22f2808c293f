import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/agency/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
})
afterAll(() => app.close())

test('a worker sees the colleagues of the own agency and nobody else’s', async () => {
  const { colleagues } = await app.ask(agency.caseworker, contract.listColleagues)
  expect(colleagues).toHaveLength(8)
  expect(colleagues.map(({ id }) => id)).not.toContain(elsewhere.caseworker.id)
})

test('programmes come with their desks, and say which desk is mine', async () => {
  const mine = await app.ask(agency.intake, contract.listProgrammes)
  expect(mine.programmes.map((programme) => programme.desks.map((desk) => desk.mine))).toEqual([
    [true],
  ])
  const notMine = await app.ask(agency.director, contract.listProgrammes)
  expect(notMine.programmes[0]?.desks[0]?.mine).toBe(false)
})

test('who is not signed in is told so, and nothing else', async () => {
  const answer = await app.send(undefined, contract.listColleagues)
  expect(answer.status).toBe(401)
  expect(answer.error?.code).toBe('not_signed_in')
})

test('the health of the server and its contract are told without sign-in', async () => {
  const health = await app.app.inject('/api/health')
  expect(health.json()).toMatchObject({ alive: true })
  const openApi = await app.app.inject('/api/openapi.json')
  expect(Object.keys(openApi.json<{ paths: object }>().paths)).toContain('/api/me')
  const page = await app.app.inject('/api/docs')
  expect(page.body).toContain('/api/drafts/{key}')
})
