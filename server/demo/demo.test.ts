import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEmergencies } from '@peyvand/domain/access/contract.ts'
import { listCases, readCase } from '@peyvand/domain/cases/contract.ts'
import { giveToken, startTestApp } from '../testing/test-app.ts'
import type { TestApp, TestWorker } from '../testing/test-app.ts'
import { makeDemo } from './make-demo.ts'

let app: TestApp
const at = '2026-11-21T08:30:00.000Z'

beforeAll(async () => {
  app = await startTestApp()
  await makeDemo(String(app.owner.options.connectionString), at, () => undefined)
})
afterAll(() => app.close())

const count = async (sql: string) =>
  Number((await app.owner.query<{ n: string }>(`select count(*) n from ${sql}`)).rows[0]?.n)

async function workerCalled(userName: string): Promise<TestWorker> {
  const { rows } = await app.owner.query<{ id: string; agency: string }>(
    'select w.id, w.agency_id as agency from worker w join auth.login l on l.id = w.id where l.user_name = $1',
    [userName],
  )
  const [found] = rows
  if (!found) throw new Error(userName)
  return {
    id: found.id,
    agencyId: found.agency,
    token: await giveToken(app.owner, found.id, found.agency),
  }
}

test('the demonstration has three agencies, thirteen workers and a hundred and fifty cases', async () => {
  expect(await count('agency')).toBe(3)
  expect(await count('worker')).toBe(13)
  expect(await count('case_file')).toBe(150)
})

test('it shows every element: scores, plans, referrals with every outcome, closures, overdue things', async () => {
  expect(await count(`assessment where scores is not null`)).toBeGreaterThan(150)
  expect(await count(`(select distinct status from referral) s`)).toBeGreaterThanOrEqual(8)
  expect(await count(`(select distinct outcome from referral where outcome is not null) o`)).toBe(7)
  expect(await count(`closure`)).toBeGreaterThan(20)
  expect(await count(`due where ended_at is null and due_on < '2026-11-21'`)).toBeGreaterThan(20)
  expect(await count(`household_member`)).toBeGreaterThan(200)
  expect(await count(`tie`)).toBeGreaterThan(200)
})

test('it shows every way of seeing a case: team, line of supervision, partner, emergency, and a sealed one', async () => {
  const [shirin, nahid, farhad, omid] = await Promise.all(
    ['shirin', 'nahid', 'farhad', 'omid'].map((userName) => workerCalled(userName)),
  )
  if (!shirin || !nahid || !farhad || !omid) throw new Error('not everybody is there')
  const seen = async (worker: TestWorker) =>
    (await app.ask(worker, listCases, { query: { status: 'all', limit: 100 } })).cases
  expect((await seen(nahid)).filter(({ sealed }) => sealed)).toHaveLength(1)
  const ofHead = await seen(shirin)
  expect(ofHead.length).toBeGreaterThan(30)
  expect(ofHead.some(({ sealed }) => sealed)).toBe(false)
  const shared = (await seen(farhad)).filter(({ sharedBy }) => sharedBy !== null)
  expect(shared.map(({ sharedBy }) => sharedBy)).toEqual(['مرکز مددکاری کوی بهار'])
  const [caseShared] = shared
  if (!caseShared) throw new Error('nothing is shared')
  const { team } = await app.ask(await workerCalled('samaneh'), readCase, {
    params: { caseId: caseShared.id },
  })
  expect(team.map(({ fullName, role }) => [fullName, role])).toContainEqual([
    'فرهاد نوری',
    'partner_worker',
  ])
  const { emergencies } = await app.ask(omid, listEmergencies, { query: {} })
  expect(emergencies.map(({ finding, looks }) => [finding, looks])).toEqual([
    [null, 3],
    ['justified', 3],
  ])
  const waiting = await app.ask(shirin, listEmergencies, { query: { show: 'waiting' } })
  expect(waiting.emergencies).toHaveLength(1)
})

test('made again on the same day it is the same, and never twice in one database', async () => {
  expect(await makeDemo(String(app.owner.options.connectionString), at, () => undefined)).toBe(
    false,
  )
  const print = `select md5(string_agg(t::text, '' order by id)) as print from need t`
  const first = await app.owner.query<{ print: string }>(print)
  const other = await startTestApp()
  await makeDemo(String(other.owner.options.connectionString), at, () => undefined)
  const second = await other.owner.query<{ print: string }>(print)
  await other.close()
  expect(second.rows).toEqual(first.rows)
})

test('a worker of the demonstration opens every case of hers, in Persian and in English', async () => {
  for (const userName of ['samaneh', 'daniel']) {
    const worker = await workerCalled(userName)
    const { cases } = await app.ask(worker, listCases, { query: { status: 'all', limit: 100 } })
    expect(cases.length).toBeGreaterThan(10)
    for (const { id } of cases) {
      const file = await app.ask(worker, readCase, { params: { caseId: id } })
      expect(file.spine).toHaveLength(5)
    }
  }
})
