import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cases from '@peyvand/domain/cases/contract.ts'
import type { SentInput } from '@peyvand/domain/contract.ts'
import * as contract from '@peyvand/domain/monitoring/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { putPlanInForce } from '../../testing/put-plan-in-force.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'

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

const visit = (given: Partial<SentInput<typeof contract.recordContact>> = {}) => ({
  id: newId(),
  kind: 'home_visit' as const,
  reached: true,
  happenedAt: '2026-11-21T06:30:00Z',
  minutes: 60,
  travelMinutes: 40,
  place: 'At home',
  ...given,
})
const record = (input: SentInput<typeof contract.recordContact>, worker = agency.caseworker) =>
  app.send(worker, contract.recordContact, { params, input })

async function joined(groups: ('core' | 'notes' | 'plan' | 'school')[]): Promise<TestWorker> {
  const colleague = await makeWorker(app, agency.id, 'Mehdi Hashemi', ['caseworker'])
  await app.ask(agency.caseworker, cases.joinTeam, {
    params,
    input: { id: newId(), workerId: colleague.id, role: 'teacher', groups, mayWrite: true },
  })
  return colleague
}

test('a visit is recorded with who was there, its note, and ends the alert about contact', async () => {
  const input = visit({
    withPersons: [opened.clientId, opened.childId],
    withOthers: 'the neighbour',
    note: {
      id: newId(),
      format: 'dap',
      sections: { data: ' Calm. ', plan: 'Call on Monday.' },
      sign: true,
    },
  })
  const { status, body } = await record(input)
  expect(status).toBe(200)
  expect(body.withPersons.map(({ id }) => id)).toEqual([opened.clientId, opened.childId])
  expect(body.notes[0]).toMatchObject({
    status: 'signed',
    sections: { data: 'Calm.', plan: 'Call on Monday.' },
    author: { id: agency.caseworker.id },
  })
  const { next } = await app.ask(agency.caseworker, cases.readCase, { params })
  expect(next.map(({ rule }) => rule)).not.toContain('contact_due')
  const listed = await app.ask(agency.caseworker, contract.listContacts, { params, query: {} })
  expect(listed.contacts[0]?.id).toBe(input.id)
  expect(listed).toMatchObject({ everyDays: 14, mayWrite: true, mayWriteNotes: true, open: true })
  expect(listed.people.map(({ part }) => part)).toEqual(['client', 'household'])
})

test('the same command again records it once', async () => {
  const input = visit()
  const commandId = newId()
  const first = await app.send(agency.caseworker, contract.recordContact, {
    params,
    input,
    commandId,
  })
  const again = await app.send(agency.caseworker, contract.recordContact, {
    params,
    input,
    commandId,
  })
  expect(again.body).toEqual(first.body)
  const { rows } = await app.owner.query('select from contact where id = $1', [input.id])
  expect(rows).toHaveLength(1)
  expect((await record(input)).error?.code).toBe('already_exists')
})

test.each([
  ['it has not happened yet', { happenedAt: '2026-11-21T09:30:00Z' }, 422, 'contact_in_future'],
  ['somebody of another case took part', { withPersons: [newId()] }, 422, 'person_missing'],
  [
    'its goal is of no plan here',
    {
      progress: [{ id: newId(), goalId: newId(), level: 1 as const, judgedBy: 'client' as const }],
    },
    422,
    'goal_unknown',
  ],
  ['its task is not there', { endsTaskId: newId() }, 404, 'not_found'],
  [
    'its note is signed empty',
    { note: { id: newId(), format: 'free' as const, sections: { text: ' ' }, sign: true } },
    422,
    'note_empty',
  ],
])('a contact is refused and nothing of it kept when %s', async (_name, given, status, code) => {
  const input = visit(given)
  const answer = await record(input)
  expect([answer.status, answer.error?.code]).toEqual([status, code])
  const { rows } = await app.owner.query('select from contact where id = $1', [input.id])
  expect(rows).toEqual([])
})

test('a section of another format is named as the mistake it is', async () => {
  const answer = await record(
    visit({ note: { id: newId(), format: 'soap', sections: { behaviour: 'Tense.' } } }),
  )
  expect(answer.status).toBe(400)
  expect(answer.error?.paths?.map(({ path }) => path)).toEqual(['note.sections'])
})

test('a closed case takes no new contact', async () => {
  const closed = await openTestCase(app, agency)
  await app.owner.query(
    `update case_file set status = 'closed', closed_on = '2026-11-20' where id = $1`,
    [closed.caseId],
  )
  const answer = await app.send(agency.caseworker, contract.recordContact, {
    params: { caseId: closed.caseId },
    input: visit(),
  })
  expect([answer.status, answer.error?.code]).toEqual([409, 'case_closed'])
})

test('a visit judges goals and keeps its appointment', async () => {
  const { goals } = await putPlanInForce(app, agency, opened)
  const appointment = await app.ask(agency.caseworker, contract.addTask, {
    params,
    input: {
      id: newId(),
      kind: 'appointment',
      title: 'Home visit',
      dueOn: '2026-11-21',
      dueTime: '10:00',
    },
  })
  const { body } = await record(
    visit({
      progress: [
        { id: newId(), goalId: goals.sleep, level: 1, judgedBy: 'client', said: 'Five nights.' },
        { id: newId(), goalId: goals.shelter, level: 0, judgedBy: 'worker' },
      ],
      endsTaskId: appointment.id,
    }),
  )
  expect(body.progress.map(({ goalWords, level, onDay }) => [goalWords, level, onDay])).toEqual([
    ['Sleep at night', 1, '2026-11-21'],
    ['A lease in her name', 0, '2026-11-21'],
  ])
  const { tasks } = await app.ask(agency.caseworker, contract.listTasks, {
    params,
    query: { state: 'ended' },
  })
  expect(tasks[0]).toMatchObject({ id: appointment.id, doneByName: 'Samaneh Karimpour' })
  const twice = await record(visit({ endsTaskId: appointment.id }))
  expect(twice.error?.code).toBe('task_done')
})

test('attainment is told as T-scores at the start and now, weighted', async () => {
  const { caseId } = await openTestCase(app, agency)
  const { goals } = await putPlanInForce(app, agency, { caseId })
  await app.ask(agency.caseworker, contract.recordProgress, {
    params: { caseId },
    input: {
      id: newId(),
      goalId: goals.shelter,
      level: 0,
      judgedBy: 'shared',
      said: 'The lease is signed.',
    },
  })
  const read = await app.ask(agency.caseworker, contract.readAttainment, { params: { caseId } })
  expect(read.goals.map(({ baseline, levelNow }) => [baseline, levelNow])).toEqual([
    [-1, -1],
    [-2, 0],
  ])
  // Σw² = 10, (Σw)² = 16, so √(0.7·10 + 0.3·16) = √11.8
  expect(read.attainment?.baseline).toBeCloseTo(50 - 70 / Math.sqrt(11.8), 6)
  expect(read.attainment?.now).toBeCloseTo(50 - 10 / Math.sqrt(11.8), 6)
  expect(read.goals[1]?.progress[0]).toMatchObject({
    said: 'The lease is signed.',
    judgedBy: 'shared',
  })
  const unknown = await app.send(agency.caseworker, contract.recordProgress, {
    params: { caseId },
    input: { id: newId(), goalId: newId(), level: 0, judgedBy: 'shared' },
  })
  expect(unknown.error?.code).toBe('goal_unknown')
})

test('a contact is corrected as it was seen, and an older sight of it is refused', async () => {
  const { body } = await record(visit())
  const one = { ...params, contactId: body.id }
  const input = { version: 1, kind: 'call' as const, reached: false, happenedAt: body.happenedAt }
  const changed = await app.ask(agency.caseworker, contract.changeContact, { params: one, input })
  expect(changed).toMatchObject({ kind: 'call', reached: false, minutes: 0, version: 2 })
  const stale = await app.send(agency.caseworker, contract.changeContact, { params: one, input })
  expect([stale.error?.code, stale.error?.facts?.['current']]).toMatchObject([
    'stale_version',
    { version: 2 },
  ])
})

test('a contact recorded in error counts nowhere and stays readable', async () => {
  const { caseId } = await openTestCase(app, agency)
  const recorded = await app.ask(agency.caseworker, contract.recordContact, {
    params: { caseId },
    input: visit(),
  })
  await app.ask(agency.caseworker, contract.withdrawContact, {
    params: { caseId, contactId: recorded.id },
    input: { version: 1, reason: 'It was another client.' },
  })
  const { contacts } = await app.ask(agency.caseworker, contract.listContacts, {
    params: { caseId },
    query: {},
  })
  expect(contacts.map(({ enteredInError }) => enteredInError)).toEqual(['It was another client.'])
  const { next } = await app.ask(agency.caseworker, cases.readCase, { params: { caseId } })
  expect(next.map(({ rule }) => rule)).toContain('contact_due')
})

test('a page of contacts goes on where the last one ended, by the day they happened', async () => {
  const { caseId } = await openTestCase(app, agency)
  const days = ['2026-11-03', '2026-11-01', '2026-11-02']
  for (const day of days) {
    await app.ask(agency.caseworker, contract.recordContact, {
      params: { caseId },
      input: visit({ happenedAt: `${day}T08:00:00Z` }),
    })
  }
  const ask = (query: { limit: number; before?: string }) =>
    app.ask(agency.caseworker, contract.listContacts, { params: { caseId }, query })
  const first = await ask({ limit: 2 })
  const second = await ask({ limit: 2, before: first.before ?? '' })
  const told = [...first.contacts, ...second.contacts].map(({ happenedAt }) =>
    happenedAt.slice(0, 10),
  )
  expect(told).toEqual(['2026-11-03', '2026-11-02', '2026-11-01'])
  expect(second.before).toBeNull()
})

test('a teacher on the team records a contact, but neither reads nor writes notes', async () => {
  const teacher = await joined(['core', 'school'])
  const withNote = await record(
    visit({ note: { id: newId(), format: 'free', sections: { text: 'At school.' } } }),
    teacher,
  )
  expect([withNote.status, withNote.error?.code]).toEqual([403, 'may_not_write'])
  expect((await record(visit({ kind: 'school_visit' }), teacher)).status).toBe(200)
  const read = await app.ask(teacher, contract.listContacts, { params, query: {} })
  expect(read.mayWriteNotes).toBe(false)
  expect(read.contacts.flatMap(({ notes }) => notes)).toEqual([])
  expect(read.contacts.flatMap(({ progress }) => progress)).toEqual([])
})

test('another team gets the same answer as for a case that is not there', async () => {
  const answers = await Promise.all([
    record(visit(), agency.otherCaseworker),
    app.send(agency.otherCaseworker, contract.listContacts, { params, query: {} }),
    app.send(agency.otherCaseworker, contract.readAttainment, { params }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
})

test('no word of a contact stands in the log', async () => {
  await record(visit({ purpose: 'Zolbia and bamieh', withOthers: 'Zolbia seller' }))
  expect(app.logged()).not.toContain('Zolbia')
})
