import { readFile } from 'node:fs/promises'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitors, whatMeets } from '@peyvand/domain/access/who-reaches.ts'
import { contract } from '@peyvand/domain/api.ts'
import type { ContractEntry } from '@peyvand/domain/api.ts'
import { presentMatrix } from './testing/present-matrix.ts'
import { inviteVisitors } from './testing/invite-visitors.ts'
import type { Invited, VisitorName } from './testing/invite-visitors.ts'
import { startTestApp } from './testing/test-app.ts'
import type { TestApp } from './testing/test-app.ts'

let app: TestApp
let invited: Record<VisitorName, Invited>

beforeAll(async () => {
  app = await startTestApp()
  invited = await inviteVisitors(app)
})
afterAll(() => app.close())

/** Calls a route as its example shows it, on what the visitor came for. */
async function call({ endpoint }: ContractEntry, { worker, params: own }: Invited) {
  const shown: Record<string, string | undefined> = endpoint.example?.params ?? {}
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const params = Object.fromEntries(
    names.map((name) => [name, own[name] ?? shown[name] ?? newId()]),
  )
  const { query } = endpoint.example ?? {}
  // Whom an example names becomes the person the visitor came for.
  const input: unknown = JSON.parse(
    JSON.stringify(endpoint.example?.input ?? null),
    (key, value: unknown) => (key === 'personId' ? own.personId : value),
  )
  return await app.send(worker, endpoint, {
    params: params as never,
    ...(query ? { query: query as never } : {}),
    ...(input ? { input: input as never } : {}),
    ...(endpoint.accepts
      ? { file: { bytes: Buffer.from('a'), contentType: endpoint.accepts.types[0] ?? '' } }
      : {}),
  })
}

/** What met the visitor, read from the answer and, for a 404 on a case, from the audit trail. */
async function meet(entry: ContractEntry, visitor: Invited): Promise<string> {
  const answer = await call(entry, visitor)
  const code = answer.error?.code
  const isForSystem = entry.endpoint.about === 'referral'
  if (!entry.endpoint.who.includes('staff') && !isForSystem) return 'enters'
  if (code === 'not_signed_in') {
    return visitor.worker && !visitor.isNobody && !isForSystem ? 'browser' : 'signs_in'
  }
  if (code === 'may_not_write') return 'reads_only'
  if (code === 'role_not_allowed') return 'role'
  if (code === 'fresh_sign_in_needed') return 'proves'
  if (answer.status !== 404) return answer.status >= 500 ? `fails with ${answer.status}` : 'enters'
  // Hidden and absent are one answer to the visitor: nothing more is told, not even which field.
  if (
    JSON.stringify(answer.error?.facts ?? {}) !== '{}' ||
    answer.error?.paths ||
    code !== 'not_found'
  ) {
    return 'tells too much'
  }
  const isOfCase = entry.endpoint.about === 'case'
  if (!isOfCase)
    return /:(person|request|referral)Id/.test(entry.endpoint.path) ? 'hidden' : 'enters'
  const { rows } = await app.owner.query<{ outcome: string }>(
    'select outcome from audit where user_id = $1 and verb = $2 order by seq desc limit 1',
    [visitor.worker?.id, entry.name],
  )
  return rows[0]?.outcome === 'case_not_seen' ? 'hidden' : 'enters'
}

describe.each(Object.keys(visitors) as VisitorName[])('%s', (name) => {
  test.each([...new Set(contract.map(({ room }) => room))])(
    'meets at every route of %s what the matrix declares',
    async (room) => {
      const declared: Record<string, string> = {}
      const met: Record<string, string> = {}
      for (const entry of contract.filter((one) => one.room === room)) {
        declared[entry.name] = whatMeets(entry.endpoint, visitors[name])
        met[entry.name] = await meet(entry, invited[name])
      }
      expect(met).toEqual(declared)
    },
  )
})

test('the matrix that people read is the one declared', async () => {
  const written = await readFile(new URL('../docs/access.md', import.meta.url), 'utf8')
  expect(written).toBe(presentMatrix())
})

const caseRoutes = contract.filter(({ endpoint }) => endpoint.about === 'case')

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
