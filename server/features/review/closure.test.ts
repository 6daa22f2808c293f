import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as assessment from '@peyvand/domain/assessment/contract.ts'
import * as cases from '@peyvand/domain/cases/contract.ts'
import * as monitoring from '@peyvand/domain/monitoring/contract.ts'
import * as contract from '@peyvand/domain/review/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import { putPlanInForce } from '../../testing/put-plan-in-force.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())

const open = async () => ({ caseId: (await openTestCase(app, agency)).caseId })
type At = { caseId: string }
const words = () => ({
  id: newId(),
  reason: 'goals_met' as const,
  reasonWords: 'She manages on her own.',
  clientSays: 'I know whom to call.',
  remainingRisk: 'None known.',
  aftercare: 'The health house, and 123 at any hour.',
})
const close = (params: At, input: ReturnType<typeof words> = words(), worker = agency.caseworker) =>
  app.send(worker, contract.closeCase, { params, input })
const page = (params: At) => app.ask(agency.caseworker, contract.readClosure, { params })
const rules = async (params: At) =>
  (await app.ask(agency.caseworker, cases.readCase, { params })).next.map(({ rule }) => rule)

test('a case is closed when every need has its outcome, and is followed up at 1, 3 and 6 months', async () => {
  const params = await open()
  const { needId } = await putPlanInForce(app, agency, params)
  await app.ask(agency.caseworker, monitoring.recordContact, {
    params,
    input: {
      id: newId(),
      kind: 'call',
      reached: true,
      happenedAt: '2026-11-20T08:00:00Z',
      minutes: 25,
    },
  })
  const early = await close(params)
  expect([early.status, early.error?.code, early.error?.facts]).toEqual([
    422,
    'needs_without_outcome',
    { needs: [1] },
  ])
  await app.ask(agency.caseworker, assessment.endNeed, {
    params: { ...params, needId },
    input: { version: 1, outcome: 'met' },
  })
  const { status, body } = await close(params)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    episode: 1,
    openedOn: '2026-10-01',
    closedOn: '2026-11-21',
    contacts: 1,
    contactMinutes: 25,
    byName: 'Samaneh Karimpour',
  })
  expect(body.needs.map(({ outcome }) => outcome)).toEqual(['met'])
  expect(body.followUps.map(({ months, dueOn }) => [months, dueOn])).toEqual([
    // 30 Azar, 30 Bahman, 30 Ordibehesht
    [1, '2026-12-21'],
    [3, '2027-02-19'],
    [6, '2027-05-20'],
  ])
  const file = await app.ask(agency.caseworker, cases.readCase, { params })
  expect(file).toMatchObject({ status: 'closed', closedOn: '2026-11-21', next: [] })
})

test('everything in the way is named: tasks, referrals, and notes of colleagues not signed', async () => {
  const params = await open()
  await app.ask(agency.caseworker, monitoring.addTask, {
    params,
    input: { id: newId(), title: 'Return the keys', dueOn: '2026-11-25' },
  })
  await app.ask(agency.supervisor, monitoring.writeNote, {
    params,
    input: { id: newId(), format: 'free', sections: { text: 'Still thinking.' } },
  })
  const told = await page(params)
  expect(told.openTasks.map(({ title }) => title)).toEqual(['Return the keys'])
  expect(told.unsignedNotes).toEqual([{ authorName: 'Nahid Farahmand', notes: 1 }])
  const answer = await close(params, { ...words(), aftercare: ' ' })
  expect([answer.error?.code, answer.error?.facts]).toEqual([
    'closure_not_complete',
    { missing: ['tasks', 'notes', 'aftercare'] },
  ])
  expect((await page(params)).status).toBe('open')
})

test('of two who close a case at once, one wins and the other is told', async () => {
  const params = await open()
  const answers = await Promise.all([
    close(params),
    close(params, words(), agency.supervisor),
    close(params),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect(new Set(answers.map(({ error }) => error?.code))).toEqual(
    new Set([undefined, 'case_closed']),
  )
  expect((await page(params)).closures).toHaveLength(1)
})

test('a repeat of the command closes once and makes its follow-ups once', async () => {
  const params = await open()
  const sent = { params, input: words(), commandId: newId() }
  const first = await app.ask(agency.caseworker, contract.closeCase, sent)
  expect(await app.ask(agency.caseworker, contract.closeCase, sent)).toEqual(first)
  expect((await page(params)).closures[0]?.followUps).toHaveLength(3)
})

test('a task added while the case is being closed is either in the way or refused', async () => {
  const params = await open()
  const [closing, adding] = await Promise.all([
    close(params),
    app.send(agency.supervisor, monitoring.addTask, {
      params,
      input: { id: newId(), title: 'Call her sister', dueOn: '2026-11-21' },
    }),
  ])
  expect([closing.status, adding.status]).not.toEqual([200, 200])
})

test('a closed case takes notes and follow-ups, and nothing new', async () => {
  const params = await open()
  await close(params)
  const refused = await Promise.all([
    app.send(agency.caseworker, monitoring.recordContact, {
      params,
      input: { id: newId(), kind: 'call', reached: true, happenedAt: '2026-11-20T08:00:00Z' },
    }),
    app.send(agency.caseworker, monitoring.addTask, {
      params,
      input: { id: newId(), title: 'Call', dueOn: '2026-11-21' },
    }),
    close(params),
  ])
  expect(refused.map(({ error }) => error?.code)).toEqual([
    'case_closed',
    'case_closed',
    'case_closed',
  ])
  const note = await app.send(agency.caseworker, monitoring.writeNote, {
    params,
    input: { id: newId(), format: 'free', sections: { text: 'A letter came.' } },
  })
  expect(note.status).toBe(200)
})

test('a case is reopened as its next episode, and its history comes along', async () => {
  const params = await open()
  await close(params)
  const reopened = await app.ask(agency.caseworker, contract.reopenCase, {
    params,
    input: { reason: 'She called the line last night.' },
  })
  expect(reopened).toEqual({ episode: 2 })
  const told = await page(params)
  expect(told).toMatchObject({ status: 'open', episode: 2 })
  expect(told.closures[0]).toMatchObject({
    episode: 1,
    reopenedOn: '2026-11-21',
    reopenReason: 'She called the line last night.',
  })
  expect(told.closures[0]?.followUps.map(({ cancelledReason }) => cancelledReason)).toEqual(
    Array.from({ length: 3 }, () => 'She called the line last night.'),
  )
  const file = await app.ask(agency.caseworker, cases.readCase, { params })
  expect(file).toMatchObject({ status: 'open', episode: 2, openedOn: '2026-11-21', closedOn: null })
  const again = await app.send(agency.caseworker, contract.reopenCase, {
    params,
    input: { reason: 'Twice.' },
  })
  expect([again.status, again.error?.code]).toEqual([409, 'case_not_closed'])
  expect((await close(params)).body.episode).toBe(2)
})

test('a follow-up stands on the list in its week, and is recorded once', async () => {
  const params = await open()
  const [first] = (await close(params)).body.followUps
  expect(await rules(params)).toEqual([])
  const at = { ...params, followUpId: first?.id ?? '' }
  const input = {
    version: 1,
    onDay: '2026-11-21',
    reached: true,
    howNow: 'She works in the bakery.',
  }
  const silent = await app.send(agency.caseworker, contract.recordFollowUp, {
    params: at,
    input: { ...input, howNow: '' },
  })
  expect([silent.status, silent.error?.code]).toEqual([422, 'reason_missing'])
  const ahead = await app.send(agency.caseworker, contract.recordFollowUp, {
    params: at,
    input: { ...input, onDay: '2026-11-22' },
  })
  expect(ahead.error?.code).toBe('contact_in_future')
  const done = await app.ask(agency.caseworker, contract.recordFollowUp, { params: at, input })
  expect(done).toMatchObject({ doneOn: '2026-11-21', doneByName: 'Samaneh Karimpour', version: 2 })
  const twice = await app.send(agency.caseworker, contract.cancelFollowUp, {
    params: at,
    input: { version: 2, reason: 'Not needed.' },
  })
  expect([twice.status, twice.error?.code]).toEqual([409, 'follow_up_done'])
})

test('a follow-up is called off with a reason, as it was seen', async () => {
  const params = await open()
  const [first] = (await close(params)).body.followUps
  const at = { ...params, followUpId: first?.id ?? '' }
  const stale = await app.send(agency.caseworker, contract.cancelFollowUp, {
    params: at,
    input: { version: 7, reason: 'She asked for it.' },
  })
  expect([stale.status, stale.error?.code]).toEqual([409, 'stale_version'])
  const off = await app.ask(agency.caseworker, contract.cancelFollowUp, {
    params: at,
    input: { version: 1, reason: 'She asked for it.' },
  })
  expect(off.cancelledReason).toBe('She asked for it.')
})

test('another team gets the same answer as for a case that is not there', async () => {
  const params = await open()
  const answers = await Promise.all([
    close(params, words(), agency.otherCaseworker),
    app.send(agency.otherCaseworker, contract.readClosure, { params }),
    app.send(agency.otherCaseworker, contract.reopenCase, { params, input: { reason: 'No.' } }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
})
