import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cases from '@peyvand/domain/cases/contract.ts'
import type { SentInput } from '@peyvand/domain/contract.ts'
import * as contract from '@peyvand/domain/monitoring/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let opened: TestCase
let params: { caseId: string }

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  opened = await openTestCase(app, agency)
  params = { caseId: opened.caseId }
})
afterAll(() => app.close())

const add = (given: Partial<SentInput<typeof contract.addTask>> = {}) =>
  app.ask(agency.caseworker, contract.addTask, {
    params,
    input: { id: newId(), title: 'Copy of the birth certificate', dueOn: '2026-11-21', ...given },
  })
const today = async (worker = agency.caseworker, whose: 'mine' | 'all' = 'mine') =>
  (await app.ask(worker, contract.readToday, { query: { whose } })).items

test('a task of today stands on the list with its case, and is done with one act', async () => {
  const task = await add()
  const item = (await today()).find(({ subjectId }) => subjectId === task.id)
  expect(item).toMatchObject({
    rule: 'task_due',
    level: 'watch',
    client: { familyName: 'مرادیان' },
    safeContact: 'پیام صوتی نگذارید',
    taskVersion: 1,
    mine: true,
  })
  const one = { ...params, taskId: task.id }
  const done = await app.ask(agency.caseworker, contract.finishTask, {
    params: one,
    input: { version: 1 },
  })
  expect(done).toMatchObject({ doneByName: 'Samaneh Karimpour', version: 2 })
  expect((await today()).map(({ subjectId }) => subjectId)).not.toContain(task.id)
  const twice = await app.send(agency.caseworker, contract.finishTask, {
    params: one,
    input: { version: 2 },
  })
  expect([twice.status, twice.error?.code]).toEqual([409, 'task_done'])
  const back = await app.ask(agency.caseworker, contract.reopenTask, {
    params: one,
    input: { version: 2 },
  })
  expect(back).toMatchObject({ doneAt: null, version: 3 })
  expect((await today()).map(({ subjectId }) => subjectId)).toContain(task.id)
})

test('a task is moved to another day, or dropped with a reason', async () => {
  const task = await add()
  const one = { ...params, taskId: task.id }
  const moved = await app.ask(agency.caseworker, contract.moveTask, {
    params: one,
    input: { version: 1, dueOn: '2026-11-24', dueTime: '09:30' },
  })
  expect(moved).toMatchObject({ dueOn: '2026-11-24', dueTime: '09:30' })
  const stale = await app.send(agency.caseworker, contract.dropTask, {
    params: one,
    input: { version: 1, reason: 'Her sister does it.' },
  })
  expect([stale.error?.code, stale.error?.facts?.['current']]).toMatchObject([
    'stale_version',
    { version: 2 },
  ])
  const dropped = await app.ask(agency.caseworker, contract.dropTask, {
    params: one,
    input: { version: 2, reason: 'Her sister does it.' },
  })
  expect(dropped.droppedReason).toBe('Her sister does it.')
  const late = await app.send(agency.caseworker, contract.moveTask, {
    params: one,
    input: { version: 3, dueOn: '2026-11-25', dueTime: null },
  })
  expect(late.error?.code).toBe('task_done')
})

test('a task goes to a colleague who sees the case, and to nobody else', async () => {
  const task = await add({ workerId: agency.supervisor.id })
  expect((await today(agency.supervisor)).map(({ subjectId }) => subjectId)).toContain(task.id)
  expect((await today()).map(({ subjectId }) => subjectId)).not.toContain(task.id)
  const stranger = await app.send(agency.caseworker, contract.addTask, {
    params,
    input: {
      id: newId(),
      title: 'Call',
      dueOn: '2026-11-21',
      workerId: agency.otherCaseworker.id,
    },
  })
  expect([stranger.status, stranger.error?.code]).toEqual([422, 'assignee_without_access'])
  const { assignees } = await app.ask(agency.caseworker, contract.listTasks, { params, query: {} })
  expect(assignees.map(({ fullName }) => fullName)).toEqual([
    'Nahid Farahmand',
    'Samaneh Karimpour',
  ])
})

test('a repeated command adds a task once, and eight at once one', async () => {
  const sent = {
    params,
    input: { id: newId(), title: 'Once', dueOn: '2026-11-21' },
    commandId: newId(),
  }
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => app.send(agency.caseworker, contract.addTask, sent)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const { rows } = await app.owner.query('select from task where id = $1', [sent.input.id])
  expect(rows).toHaveLength(1)
})

test('a closed case takes no new task, but lets an open one be finished', async () => {
  const closed = await openTestCase(app, agency)
  const at = { caseId: closed.caseId }
  const input = { id: newId(), title: 'Return the keys', dueOn: '2026-11-21' }
  await app.ask(agency.caseworker, contract.addTask, { params: at, input })
  await app.owner.query(
    `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
    [closed.caseId],
  )
  const refused = await app.send(agency.caseworker, contract.addTask, {
    params: at,
    input: { ...input, id: newId() },
  })
  expect(refused.error?.code).toBe('case_closed')
  const done = await app.send(agency.caseworker, contract.finishTask, {
    params: { ...at, taskId: input.id },
    input: { version: 1 },
  })
  expect(done.status).toBe(200)
})

test('an alert is put off with a reason, comes back awake, and a task cannot be', async () => {
  const task = await add()
  const at = { ...params, key: 'contact_due' }
  const input = { until: '2026-11-25', reason: 'With her sister until Wednesday.' }
  await app.ask(agency.caseworker, contract.snoozeDue, { params: at, input })
  const put = (await today()).find(({ key }) => key === 'contact_due')
  expect(put).toMatchObject({ snoozedUntil: '2026-11-25', snoozeReason: input.reason })
  await app.ask(agency.caseworker, contract.wakeDue, { params: at })
  expect((await today()).find(({ key }) => key === 'contact_due')?.snoozedUntil).toBeNull()

  const dated = await app.send(agency.caseworker, contract.snoozeDue, {
    params: { ...params, key: `task_due:${task.id}` },
    input,
  })
  expect([dated.status, dated.error?.code]).toEqual([422, 'snooze_not_lawful'])
  const gone = await app.send(agency.caseworker, contract.snoozeDue, {
    params: { ...params, key: 'review_due' },
    input,
  })
  expect(gone.status).toBe(404)
  const hidden = await app.send(agency.otherCaseworker, contract.snoozeDue, { params: at, input })
  expect(hidden.status).toBe(404)
})

test('today is mine; asked for all, it tells what colleagues are to do in my cases', async () => {
  const task = await add({ workerId: agency.caseworker.id })
  const mine = await today(agency.supervisor)
  const all = await today(agency.supervisor, 'all')
  expect(mine.map(({ subjectId }) => subjectId)).not.toContain(task.id)
  expect(all.find(({ subjectId }) => subjectId === task.id)).toMatchObject({
    workerName: 'Samaneh Karimpour',
    mine: false,
  })
  expect(await today(agency.otherCaseworker, 'all')).toEqual([])
})

test('reading today is on the trail of every case it told about', async () => {
  await add()
  await today()
  const { rows } = await app.owner.query(
    `select cases from audit where verb = 'readToday' and user_id = $1 order by seq desc limit 1`,
    [agency.caseworker.id],
  )
  expect(rows[0].cases).toContain(opened.caseId)
})

test('the list is led by the worker’s own items, however many cases he or she sees', async () => {
  const client = await app.owner.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into due (case_id, key, data_group, rule, element, level, due_on, act, worker_id)
       select $1, 'other:' || n, 'core', 'task_due', 'monitoring', 'watch', '2026-11-21', 'do_task', $2
       from generate_series(1, 20000) n`,
      [opened.caseId, agency.otherSupervisor.id],
    )
    await client.query('analyze due')
    await client.query(
      `select set_config('app.user_id', $1, true), set_config('role', 'peyvand_staff', true)`,
      [agency.caseworker.id],
    )
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select case_id, key from due where worker_id = me() and ended_at is null and due_on <= '2026-11-28'`,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('Index Scan using due_worker')
    await client.query('rollback')
  } finally {
    client.release()
  }
})

test('the case file tells the same due items as today does', async () => {
  const { next } = await app.ask(agency.caseworker, cases.readCase, { params })
  const mine = (await today()).filter(({ caseId }) => caseId === opened.caseId)
  expect(next.map(({ key }) => key)).toEqual(expect.arrayContaining(mine.map(({ key }) => key)))
})
