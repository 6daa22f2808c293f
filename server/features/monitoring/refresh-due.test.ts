import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cases from '@peyvand/domain/cases/contract.ts'
import { openDatabase, openPool } from '../../platform/db/database.ts'
import type { JobContext } from '../../platform/jobs/job.ts'
import { createLog } from '../../platform/log.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'
import { reckonDayJob } from './reckon-day.job.ts'
import { refreshDueJob } from './refresh-due.job.ts'

let app: TestApp
let agency: TestAgency
let opened: TestCase
let jobs: JobContext
let stopJobs: () => Promise<void>

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  opened = await openTestCase(app, agency)
  const pool = openPool(app.workerUrl, 2, 'test jobs', 'peyvand_jobs')
  pool.on('error', () => undefined)
  stopJobs = () => pool.end()
  jobs = {
    database: openDatabase(pool),
    keys: {} as JobContext['keys'],
    log: createLog({ write: () => undefined }),
    clock: () => app.clock.now,
  }
})
afterAll(async () => {
  await stopJobs()
  await app.close()
})

async function due(caseId: string, worker: TestWorker = agency.caseworker) {
  const { next } = await app.ask(worker, cases.readCase, { params: { caseId } })
  return next.map(({ rule, level, dueOn }) => `${rule} ${level} ${dueOn}`)
}

async function changeRisk(caseId: string, level: 'normal' | 'watch' | 'urgent' | 'crisis') {
  const { version } = await app.ask(agency.caseworker, cases.readCase, { params: { caseId } })
  await app.ask(agency.caseworker, cases.judgeRisk, {
    params: { caseId },
    input: { level, reason: 'Judged today.', version },
  })
}

async function addContact(caseId: string, at: string, reached = true) {
  const values = [newId(), caseId, at, agency.caseworker.id, reached]
  await app.owner.query(
    `insert into contact (id, case_id, kind, happened_at, worker_id, reached, created_by) values ($1, $2, 'call', $3, $4, $5, $4)`,
    values,
  )
}

test('what is due is rewritten in the transaction that changes the case', async () => {
  expect(await due(opened.caseId)).toEqual([])
  await changeRisk(opened.caseId, 'watch')
  expect(await due(opened.caseId)).toEqual([
    'assessment_missing urgent 2026-10-15',
    'contact_due urgent 2026-10-15',
  ])
  await changeRisk(opened.caseId, 'crisis')
  expect(await due(opened.caseId)).toContain('contact_due crisis 2026-10-15')
})

test('an item that holds no longer is ended and keeps no facts', async () => {
  await addContact(opened.caseId, '2026-11-20T09:00:00Z')
  await changeRisk(opened.caseId, 'normal')
  expect(await due(opened.caseId)).toEqual(['assessment_missing urgent 2026-10-15'])
  const { rows } = await app.owner.query(
    `select facts, ended_at is not null as ended from due where case_id = $1 and rule = 'contact_due'`,
    [opened.caseId],
  )
  expect(rows).toEqual([{ facts: {}, ended: true }])
})

test('a snooze survives while the same item holds, and does not hide a crisis', async () => {
  const { caseId } = await openTestCase(app, agency)
  await changeRisk(caseId, 'watch')
  await app.owner.query(
    `update due set snoozed_until = '2026-11-25', snooze_reason = 'Away until Wednesday.' where case_id = $1`,
    [caseId],
  )
  await changeRisk(caseId, 'normal')
  expect(await due(caseId)).toEqual([])
  await changeRisk(caseId, 'crisis')
  expect(await due(caseId)).toEqual(['contact_due crisis 2026-10-15'])
})

test('what was snoozed and ended begins anew without its snooze', async () => {
  const { caseId } = await openTestCase(app, agency)
  await changeRisk(caseId, 'watch')
  await app.owner.query(
    `update due set snoozed_until = '2027-01-01', snooze_reason = 'Later.' where case_id = $1`,
    [caseId],
  )
  await addContact(caseId, '2026-11-20T09:00:00Z')
  await changeRisk(caseId, 'normal')
  await app.owner.query(
    `update contact set entered_in_error = 'Another client.' where case_id = $1`,
    [caseId],
  )
  await changeRisk(caseId, 'watch')
  expect(await due(caseId)).toEqual(['contact_due urgent 2026-10-15'])
})

test('a day counts where the agency is: half past nine in the evening in London is tomorrow in Tehran', async () => {
  const { caseId } = await openTestCase(app, agency)
  await addContact(caseId, '2026-11-06T21:30:00Z')
  await changeRisk(caseId, 'watch')
  expect(await due(caseId)).toContain('contact_due watch 2026-11-21')
})

test('a colleague who reads no notes and no plan sees only what comes from other groups', async () => {
  const { caseId } = await openTestCase(app, agency)
  const teacher = await makeWorker(app, agency.id, 'Mehdi Hashemi', ['caseworker'])
  await app.ask(agency.caseworker, cases.joinTeam, {
    params: { caseId },
    input: {
      id: newId(),
      workerId: teacher.id,
      role: 'teacher',
      groups: ['core', 'school'],
      mayWrite: true,
    },
  })
  await app.owner.query(
    `insert into note (id, case_id, format, author_id, created_at) values ($1, $2, 'free', $3, '2026-11-21T08:00Z')`,
    [newId(), caseId, agency.caseworker.id],
  )
  const { version } = await app.ask(teacher, cases.readCase, { params: { caseId } })
  await app.ask(teacher, cases.judgeRisk, {
    params: { caseId },
    input: { level: 'watch', reason: 'Absent for two weeks.', version },
  })
  expect(await due(caseId)).toContain('note_unsigned normal 2026-11-24')
  expect(await due(caseId, teacher)).not.toContain('note_unsigned normal 2026-11-24')
  expect(await due(caseId, teacher)).toContain('contact_due urgent 2026-10-15')
})

test('eight who change a case at once leave one answer', async () => {
  const { caseId } = await openTestCase(app, agency)
  const { version } = await app.ask(agency.caseworker, cases.readCase, { params: { caseId } })
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      app.send(agency.caseworker, cases.judgeRisk, {
        params: { caseId },
        input: { level: 'watch', reason: 'Judged today.', version },
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await due(caseId)).toEqual([
    'assessment_missing urgent 2026-10-15',
    'contact_due urgent 2026-10-15',
  ])
})

test('a new day makes things due that nobody changed, once for each agency', async () => {
  const { caseId } = await openTestCase(app, agency)
  await addContact(caseId, '2026-11-20T09:00:00Z')
  await changeRisk(caseId, 'watch')
  expect(await due(caseId)).toEqual(['assessment_missing urgent 2026-10-15'])
  // 23:50 in Tehran, then 00:20
  app.clock.now = '2026-12-04T20:20:00.000Z'
  await reckonDayJob.run({}, jobs)
  expect(await due(caseId)).toContain('contact_due watch 2026-12-04')
  app.clock.now = '2026-12-04T20:50:00.000Z'
  await reckonDayJob.run({}, jobs)
  expect(await due(caseId)).toContain('contact_due urgent 2026-12-04')
  await app.owner.query(`update due set level = 'normal' where case_id = $1`, [caseId])
  await reckonDayJob.run({}, jobs)
  expect(await due(caseId)).toContain('contact_due normal 2026-12-04')
})

test('a case that nobody present sees is left to the job runner', async () => {
  const { caseId } = await openTestCase(app, agency)
  await refreshDueJob.run({ caseId }, jobs)
  expect(await due(caseId)).toContain('contact_due urgent 2026-10-15')
  await refreshDueJob.run({ caseId: newId() }, jobs)
})
