import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAgency } from './testing/make-agency.ts'
import type { TestAgency } from './testing/make-agency.ts'
import { openTestCase } from './testing/open-test-case.ts'
import type { TestCase } from './testing/open-test-case.ts'
import { startTestApp } from './testing/test-app.ts'
import type { TestApp, TestWorker } from './testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let mine: TestCase
let foreign: TestCase

// Cheaper than any policy, so the planner would gladly ask it first; and it tells what it was asked.
const gossip = `create function public.gossip(what text) returns boolean language plpgsql
  cost 0.0000001 as $$ begin raise notice 'heard %', what; return true; end $$`

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  mine = await openTestCase(app, agency)
  foreign = await openTestCase(app, await makeAgency(app, 'Elsewhere'))
  await app.owner.query(gossip)
  await app.owner.query('grant execute on function public.gossip(text) to public')
})
afterAll(() => app.close())

/** What the function heard while this worker asked. */
async function hear(worker: TestWorker, question: string): Promise<string> {
  const client = await app.owner.connect()
  let heard = ''
  const listen = (notice: { message?: string }) => void (heard += `${notice.message}\n`)
  client.on('notice', listen)
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.user_id', $1, true), set_config('app.cases', '', true), set_config('role', 'peyvand_staff', true)`,
      [worker.id],
    )
    await client.query(question)
  } finally {
    await client.query('rollback')
    client.off('notice', listen)
    client.release()
  }
  return heard
}

test.each([
  ['case_file', 'id'],
  ['case_person', 'case_id'],
  ['team_member', 'case_id'],
  ['person', 'id'],
  ['household_member', 'person_id'],
])('a function that gossips hears of no foreign row of %s', async (table, column) => {
  const heard = await hear(
    agency.caseworker,
    `select from ${table} x where public.gossip(x.${column}::text)`,
  )
  expect(heard).toContain(column === 'id' && table === 'person' ? mine.clientId : 'heard')
  for (const id of [foreign.caseId, foreign.clientId, foreign.childId]) {
    expect(heard).not.toContain(id)
  }
})
