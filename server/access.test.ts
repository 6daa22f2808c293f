import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '@peyvand/domain/api.ts'
import type { ContractEntry } from '@peyvand/domain/api.ts'
import { joinTeam, leaveTeam } from '@peyvand/domain/cases/contract.ts'
import { makeAgency, makeWorker } from './testing/make-agency.ts'
import type { TestAgency } from './testing/make-agency.ts'
import { openTestCase } from './testing/open-test-case.ts'
import type { TestCase } from './testing/open-test-case.ts'
import { startTestApp } from './testing/test-app.ts'
import type { TestApp, TestWorker } from './testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency
let made: TestCase
let hasLeft: TestWorker

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
  made = await openTestCase(app, agency)
  hasLeft = await makeWorker(app, agency.id, 'Sara Jalali', ['caseworker'])
  const params = { caseId: made.caseId }
  const memberId = newId()
  await app.ask(agency.caseworker, joinTeam, {
    params,
    input: { id: memberId, workerId: hasLeft.id, role: 'nurse', groups: ['core'], mayWrite: true },
  })
  await app.ask(agency.caseworker, leaveTeam, { params: { ...params, memberId } })
})
afterAll(() => app.close())

/** Calls a route as its example shows it, on the case of our own team. */
async function call({ endpoint }: ContractEntry, worker: TestWorker | undefined, caseId: string) {
  const shown: Record<string, string | undefined> = endpoint.example?.params ?? {}
  const params = Object.fromEntries(
    [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [
      name,
      name === 'caseId' ? caseId : (shown[name] ?? newId()),
    ]),
  )
  return await app.send(worker, endpoint, {
    params: params as never,
    ...(endpoint.example?.query ? { query: endpoint.example.query as never } : {}),
    ...(endpoint.example?.input ? { input: endpoint.example.input as never } : {}),
    ...(endpoint.accepts
      ? { file: { bytes: Buffer.from('a'), contentType: endpoint.accepts.types[0] ?? '' } }
      : {}),
  })
}

const caseRoutes = contract.filter(({ endpoint }) => endpoint.about === 'case')

const strangers: [string, () => TestWorker][] = [
  ['a caseworker of another team', () => agency.otherCaseworker],
  ['a supervisor of another team', () => agency.otherSupervisor],
  ['an intake worker', () => agency.intake],
  ['an administrator', () => agency.administrator],
  ['a director', () => agency.director],
  ['an auditor', () => agency.auditor],
  ['a caseworker of another agency', () => elsewhere.caseworker],
  ['someone who has left the team', () => hasLeft],
]

describe.each(strangers)('%s', (_who, stranger) => {
  test.each(caseRoutes.map((entry) => [entry.name, entry] as const))(
    'finds nothing at %s of this case',
    async (_name, entry) => {
      const answer = await call(entry, stranger(), made.caseId)
      expect([answer.status, answer.error?.code, answer.error?.paths]).toEqual([
        404,
        'not_found',
        undefined,
      ])
    },
  )
})

test.each(
  contract
    .filter(({ endpoint }) => endpoint.who.includes('staff'))
    .map((entry) => [entry.name, entry] as const),
)('nobody reaches %s without signing in', async (_name, entry) => {
  const answer = await call(entry, undefined, made.caseId)
  expect([answer.status, answer.error?.code]).toEqual([401, 'not_signed_in'])
})

test('every case route names its case first, so that the database can narrow to it', () => {
  const astray = caseRoutes.filter(({ endpoint }) => !endpoint.path.startsWith('/cases/:caseId'))
  expect(astray.map(({ name }) => name)).toEqual([])
})

test('every route that changes a case says which group of data it writes', () => {
  const silent = caseRoutes.filter(({ endpoint }) => endpoint.method !== 'GET' && !endpoint.writes)
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('no two routes share a method and a path', () => {
  const at = contract.map(
    ({ endpoint }) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`,
  )
  expect(at.toSorted()).toEqual([...new Set(at)].toSorted())
})
