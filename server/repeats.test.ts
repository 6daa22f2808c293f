import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import * as cases from '@peyvand/domain/cases/contract.ts'
import * as intake from '@peyvand/domain/intake/contract.ts'
import { addTask } from '@peyvand/domain/monitoring/contract.ts'
import * as people from '@peyvand/domain/people/contract.ts'
import { openDatabase, openPool } from './platform/db/database.ts'
import type { Database } from './platform/db/database.ts'
import { forgetAnswersJob } from './platform/http/forget-answers.job.ts'
import type { JobContext } from './platform/jobs/job.ts'
import { makeAgency, makeWorker } from './testing/make-agency.ts'
import type { TestAgency } from './testing/make-agency.ts'
import { openTestCase } from './testing/open-test-case.ts'
import { startTestApp } from './testing/test-app.ts'
import type { TestApp, TestWorker } from './testing/test-app.ts'

let app: TestApp
let agency: TestAgency

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())

/** The last thing the trail says of this worker. */
async function lastOnTrail(worker: TestWorker) {
  const { rows } = await app.owner.query<{ verb: string; outcome: string; records: string[] }>(
    'select verb, outcome, records from audit where user_id = $1 order by seq desc limit 1',
    [worker.id],
  )
  return rows[0]
}

describe('a repeat of what was done at a desk', () => {
  let clerk: TestWorker
  beforeAll(async () => {
    clerk = await makeWorker(app, agency.id, 'Giti Amani', ['intake'])
    await app.ask(agency.administrator, intake.joinDesk, {
      params: { deskId: agency.deskId },
      input: { workerId: clerk.id },
    })
  })
  const received = () => ({
    commandId: newId(),
    input: {
      id: newId(),
      deskId: agency.deskId,
      source: 'self' as const,
      presentingProblem: 'The landlord wants us out.',
      about: { kind: 'nobody' as const },
    },
  })
  const step = (requestId: string) => ({
    commandId: newId(),
    params: { requestId },
    input: { to: 'withdrawn' as const, reason: 'Moved to another town.', version: 1 },
  })

  test('is told its first answer, and the trail names the request again', async () => {
    const sent = received()
    const first = await app.ask(clerk, intake.receiveRequest, sent)
    expect(await app.ask(clerk, intake.receiveRequest, sent)).toEqual(first)
    expect((await lastOnTrail(clerk))?.records).toEqual([first.id])
    const taken = step(first.id)
    const withdrawn = await app.ask(clerk, intake.takeStep, taken)
    expect(await app.ask(clerk, intake.takeStep, taken)).toEqual(withdrawn)
    expect(await lastOnTrail(clerk)).toEqual({
      verb: 'takeStep',
      outcome: 'done',
      records: [first.id],
    })
  })

  test('finds nothing once the worker has left the desk, and the trail says which request it was about', async () => {
    const sent = received()
    const first = await app.ask(clerk, intake.receiveRequest, sent)
    const taken = step(first.id)
    await app.ask(clerk, intake.takeStep, taken)
    await app.ask(agency.administrator, intake.leaveDesk, {
      params: { deskId: agency.deskId, workerId: clerk.id },
    })
    for (const again of [
      await app.send(clerk, intake.receiveRequest, sent),
      await app.send(clerk, intake.takeStep, taken),
    ]) {
      expect([again.status, again.error?.code]).toEqual([404, 'not_found'])
      expect(again.bytes.toString()).not.toMatch(/landlord|another town/)
      expect(await lastOnTrail(clerk)).toMatchObject({ outcome: 'not_found', records: [first.id] })
    }
  })
})

describe('a repeat of what was written of a person', () => {
  test('is told its first answer while the worker is on the team, and finds nothing afterwards', async () => {
    const made = await openTestCase(app, agency)
    const nurse = await makeWorker(app, agency.id, 'Laleh Amini', ['caseworker'])
    const memberId = newId()
    const inCase = { caseId: made.caseId }
    await app.ask(agency.supervisor, cases.joinTeam, {
      params: inCase,
      input: {
        id: memberId,
        workerId: nurse.id,
        role: 'nurse',
        groups: [...dataGroups],
        mayWrite: true,
      },
    })
    const params = { personId: made.clientId }
    const { version } = await app.ask(nurse, people.readPerson, { params })
    const sent = {
      params,
      commandId: newId(),
      input: { version, details: { givenName: 'Reyhaneh', nationalIdMissing: 'Lost her papers' } },
    }
    const first = await app.ask(nurse, people.changePerson, sent)
    expect(await app.ask(nurse, people.changePerson, sent)).toEqual(first)
    expect(await lastOnTrail(nurse)).toEqual({
      verb: 'changePerson',
      outcome: 'done',
      records: [made.clientId],
    })

    await app.ask(agency.supervisor, cases.leaveTeam, { params: { ...inCase, memberId } })
    const again = await app.send(nurse, people.changePerson, sent)
    expect([again.status, again.error?.code]).toEqual([404, 'not_found'])
    expect(again.bytes.toString()).not.toContain('Reyhaneh')
    expect(await lastOnTrail(nurse)).toEqual({
      verb: 'changePerson',
      outcome: 'not_found',
      records: [made.clientId],
    })
  })
})

describe('what was answered is forgotten after thirty days', () => {
  let jobs: ReturnType<typeof openPool>
  let database: Database
  beforeAll(() => {
    jobs = openPool(app.workerUrl, 2, 'test', 'peyvand_jobs')
    // A connection that is still closing while the database is dropped is told so, to nobody's concern.
    jobs.on('connect', (client) => client.on('error', () => undefined))
    database = openDatabase(jobs)
  })
  afterAll(() => jobs.end())

  const forget = () =>
    forgetAnswersJob.run({}, { database, clock: () => new Date().toISOString() } as JobContext)
  const task = async () => ({
    params: { caseId: (await openTestCase(app, agency)).caseId },
    commandId: newId(),
    input: { id: newId(), title: 'Ask the school for the report', dueOn: '2026-11-24' },
  })
  const makeOld = (commandId: string, age: string) =>
    app.owner.query('update command set at = now() - $2::interval where id = $1', [commandId, age])
  const answersLeft = async () =>
    (
      await app.owner.query<{ words: string }>(
        'select answer::text as words from command where answer is not null',
      )
    ).rows.map(({ words }) => words)

  test('what was done is still not done twice: the worker is told on which day it was done', async () => {
    const sent = await task()
    await app.ask(agency.caseworker, addTask, sent)
    await makeOld(sent.commandId, '31 days')
    await forget()
    expect((await answersLeft()).join('')).not.toContain(sent.input.id)
    const again = await app.send(agency.caseworker, addTask, sent)
    expect([again.status, again.error?.code]).toEqual([409, 'done_before'])
    const when = Date.parse(String(again.error?.facts?.when))
    expect(Math.round((Date.now() - when) / 86_400_000)).toBe(31)
    const { rows } = await app.owner.query('select from task where case_id = $1', [
      sent.params.caseId,
    ])
    expect(rows).toHaveLength(1)
    const other = await app.send(agency.caseworker, addTask, {
      ...sent,
      input: { ...sent.input, title: 'Another' },
    })
    // What the first one said is forgotten too, so the id alone speaks: it was used.
    expect(other.error?.code).toBe('done_before')
    const { rows: kept } = await app.owner.query(
      `select from command where id = $1 and endpoint = '' and body_hash = ''`,
      [sent.commandId],
    )
    expect(kept).toHaveLength(1)
  })

  test('a repeat within thirty days is told its answer as before', async () => {
    const sent = await task()
    const first = await app.ask(agency.caseworker, addTask, sent)
    await makeOld(sent.commandId, '29 days')
    await forget()
    expect(await app.ask(agency.caseworker, addTask, sent)).toEqual(first)
  })

  test('many are forgotten batch by batch, and two at it at once do no harm', async () => {
    await app.owner.query(
      `insert into command (id, user_id, endpoint, body_hash, answer, at)
       select gen_random_uuid(), $1, 'addTask', 'as it was said', '{"told": "in confidence"}', now() - interval '40 days'
       from generate_series(1, 1201)`,
      [agency.caseworker.id],
    )
    await Promise.all([forget(), forget()])
    await forget()
    expect((await answersLeft()).join('')).not.toContain('in confidence')
    const kept = await app.owner.query(
      `select from command where body_hash = '' and at < now() - interval '39 days'`,
    )
    expect(kept.rows).toHaveLength(1201)
  })

  test('the job runner may empty what a command said and was answered, and change nothing else of it', async () => {
    const attempt = (change: string) => jobs.query(`update command set ${change}`)
    await expect(attempt(`answer = '{"other": true}'`)).rejects.toThrow(/row-level security/)
    await expect(attempt(`at = now()`)).rejects.toThrow(/permission denied/)
    await expect(attempt(`body_hash = ''`)).rejects.toThrow(/row-level security/)
    await expect(
      attempt(`answer = null, endpoint = '', body_hash = 'other words'`),
    ).rejects.toThrow(/row-level security/)
  })
})
