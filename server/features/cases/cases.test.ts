import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/cases/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
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

test('the case file tells who, with whom, under which model, and where the five elements stand', async () => {
  const file = await app.ask(agency.caseworker, contract.readCase, { params })
  expect(file.client).toMatchObject({
    givenName: 'ریحانه',
    bornOn: '1992-06-02',
    safeContact: 'پیام صوتی نگذارید',
  })
  expect(file.household.map(({ givenName }) => givenName)).toEqual(['آرمین'])
  expect(file.practiceModel.code).toBe('strengths_based')
  expect(file.team.map(({ role }) => role).toSorted()).toEqual(['case_manager', 'supervisor'])
  expect(file.spine.map(({ element }) => element)).toEqual([
    'assessment',
    'plan',
    'linking',
    'monitoring',
    'review',
  ])
  expect(file.leadsTeam).toBe(true)
})

test('a hidden case and an absent one are the same answer', async () => {
  const hidden = await app.send(agency.otherCaseworker, contract.readCase, { params })
  const absent = await app.send(agency.otherCaseworker, contract.readCase, {
    params: { caseId: newId() },
  })
  expect([hidden.status, hidden.error?.code]).toEqual([404, 'not_found'])
  expect([absent.status, absent.error?.code]).toEqual([404, 'not_found'])
})

test('a list shows my cases only, found by name however it is spelled, or by number', async () => {
  const mine = await app.ask(agency.caseworker, contract.listCases, { query: {} })
  expect(mine.cases.map(({ id }) => id)).toContain(opened.caseId)
  const byName = await app.ask(agency.caseworker, contract.listCases, {
    query: { words: 'مراديان' },
  })
  expect(byName.cases).toHaveLength(1)
  const nobody = await app.ask(agency.caseworker, contract.listCases, {
    query: { words: 'Nobody' },
  })
  expect(nobody.cases).toEqual([])
  const others = await app.ask(agency.otherCaseworker, contract.listCases, { query: {} })
  expect(others.cases).toEqual([])
})

test('the risk is judged with a reason; an older sight of the case is refused with the present one', async () => {
  const input = { level: 'urgent' as const, reason: 'Threat by text.', version: 1 }
  const { version } = await app.ask(agency.caseworker, contract.judgeRisk, { params, input })
  expect(version).toBe(2)
  const stale = await app.send(agency.caseworker, contract.judgeRisk, { params, input })
  expect([stale.status, stale.error?.code]).toEqual([409, 'stale_version'])
  expect(stale.error?.facts?.current).toMatchObject({ version: 2, riskLevel: 'urgent' })
})

test('a repeat of a command answers the first answer; the same id with other words is refused', async () => {
  const { version } = await app.ask(agency.caseworker, contract.readCase, { params })
  const commandId = newId()
  const input = { level: 'watch' as const, reason: 'Calmer.', version }
  const first = await app.ask(agency.caseworker, contract.judgeRisk, { params, input, commandId })
  const again = await app.ask(agency.caseworker, contract.judgeRisk, { params, input, commandId })
  expect(again).toEqual(first)
  const other = await app.send(agency.caseworker, contract.judgeRisk, {
    params,
    input: { ...input, reason: 'Other words.' },
    commandId,
  })
  expect(other.error?.code).toBe('command_reused')
})

test('eight at once with the same sight of the case: one wins, the rest see both states', async () => {
  const { version } = await app.ask(agency.caseworker, contract.readCase, { params })
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      app.send(agency.caseworker, contract.judgeRisk, {
        params,
        input: { level: 'normal', reason: `Reason ${n}.`, version },
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ error }) => error?.code === 'stale_version')).toHaveLength(7)
})

test('a teacher on the team sees the case, not what other groups hold, and writes nothing without leave', async () => {
  const teacher = await makeWorker(app, agency.id, 'Mehdi Hashemi', ['caseworker'])
  const input = {
    id: newId(),
    workerId: teacher.id,
    role: 'teacher' as const,
    groups: ['core' as const, 'school' as const],
    mayWrite: false,
  }
  await app.ask(agency.caseworker, contract.joinTeam, { params, input })
  const file = await app.ask(teacher, contract.readCase, { params })
  expect(file.myGroups.toSorted()).toEqual(['core', 'school'])
  const write = await app.send(teacher, contract.judgeRisk, {
    params,
    input: { level: 'watch', reason: 'x', version: file.version },
  })
  expect(write.error?.code).toBe('may_not_write')
  const { people } = await app.ask(teacher, contract.readWhoCanSee, { params })
  expect(people.find(({ workerId }) => workerId === teacher.id)).toMatchObject({
    why: 'team:teacher',
    mayWrite: false,
  })
})

test('leaving a team ends access at once', async () => {
  const nurse = await makeWorker(app, agency.id, 'Sara Jalali', ['caseworker'])
  const memberId = newId()
  const input = {
    id: memberId,
    workerId: nurse.id,
    role: 'nurse' as const,
    groups: ['core' as const],
    mayWrite: false,
  }
  await app.ask(agency.caseworker, contract.joinTeam, { params, input })
  expect((await app.send(nurse, contract.readCase, { params })).status).toBe(200)
  await app.ask(agency.caseworker, contract.leaveTeam, { params: { ...params, memberId } })
  expect((await app.send(nurse, contract.readCase, { params })).status).toBe(404)
})

test('nobody brings in himself or herself, and nobody from another agency', async () => {
  const join = (workerId: string) =>
    app.send(agency.caseworker, contract.joinTeam, {
      params,
      input: { id: newId(), workerId, role: 'nurse', groups: ['core'], mayWrite: true },
    })
  expect((await join(agency.caseworker.id)).error?.code).toBe('not_for_oneself')
  const elsewhere = await makeAgency(app, 'Elsewhere')
  expect((await join(elsewhere.caseworker.id)).error?.code).toBe('worker_unknown')
})

test('who looked is told, with refusals', async () => {
  await app.send(agency.otherCaseworker, contract.readCase, { params })
  const { looks } = await app.ask(agency.supervisor, contract.readWhoLooked, { params, query: {} })
  expect(looks).toContainEqual(
    expect.objectContaining({
      fullName: 'Behnam Rostami',
      verb: 'readCase',
      outcome: 'case_not_seen',
    }),
  )
  expect(looks).toContainEqual(
    expect.objectContaining({ fullName: 'Samaneh Karimpour', verb: 'judgeRisk', outcome: 'done' }),
  )
})

test('the timeline holds what happened, newest first', async () => {
  const { events } = await app.ask(agency.caseworker, contract.readTimeline, { params, query: {} })
  expect(events.map(({ kind }) => kind)).toContain('case_opened')
  expect(events.map(({ at }) => at)).toEqual(
    events
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
})

test('nothing personal stands in the log', () => {
  expect(app.logged()).not.toMatch(/مرادیان|ریحانه|Karimpour|Threat/)
})
