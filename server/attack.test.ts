import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { joinTeam, readWhoCanSee } from '@peyvand/domain/cases/contract.ts'
import { openLink } from '@peyvand/domain/linking/contract.ts'
import { makeAgency, makeWorker } from './testing/make-agency.ts'
import type { TestAgency } from './testing/make-agency.ts'
import { openTestCase } from './testing/open-test-case.ts'
import type { TestCase } from './testing/open-test-case.ts'
import { startTestApp } from './testing/test-app.ts'
import type { TestApp, TestWorker } from './testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let made: TestCase

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  made = await openTestCase(app, agency)
})

const join = (by: TestWorker, workerId: string, input: object) =>
  app.send(by, joinTeam, {
    params: { caseId: made.caseId },
    input: {
      id: newId(),
      workerId,
      role: 'caseworker',
      groups: ['core'],
      mayWrite: true,
      ...input,
    },
  })

const seersOf = async () => {
  const { people } = await app.ask(agency.caseworker, readWhoCanSee, {
    params: { caseId: made.caseId },
  })
  return new Map(people.map((one) => [one.workerId, one]))
}

test('nobody lets a colleague see more of a case than he or she sees', async () => {
  const second = await makeWorker(app, agency.id, 'Farhad Amini', ['supervisor'])
  await join(agency.caseworker, second.id, { role: 'supervisor', groups: ['core', 'school'] })
  const friend = await makeWorker(app, agency.id, 'Zahra Nouri', ['caseworker'])
  const refused = await join(second, friend.id, { groups: ['core', 'health'] })
  expect(refused.error?.code).toBe('may_not_write')
  const within = await join(second, friend.id, { groups: ['core', 'school'] })
  expect(within.status).toBe(200)
})

test('a case never loses its case manager by a new part in the team', async () => {
  const refused = await join(agency.supervisor, agency.caseworker.id, { role: 'volunteer' })
  expect(refused.error?.code).toBe('last_case_manager')
})

test('a case manager cannot take the case out of the supervisor’s sight', async () => {
  const narrowed = [
    { role: 'volunteer' },
    { role: 'supervisor', groups: ['core'] },
    {
      role: 'supervisor',
      groups: [...(await seersOf()).get(agency.supervisor.id)!.groups],
      until: '2026-11-22',
    },
  ]
  for (const input of narrowed) {
    const refused = await join(agency.caseworker, agency.supervisor.id, input)
    expect(refused.error?.code).toBe('supervisor_stays')
  }
  expect((await seersOf()).get(agency.supervisor.id)?.groups).toHaveLength(9)
})

test('who tries link after link from one place is made to wait', async () => {
  const guess = () =>
    app.send(undefined, openLink, { input: { token: 'G'.repeat(43), code: '000000' } })
  for (let n = 0; n < 50; n++) expect((await guess()).error?.code).toBe('link_not_usable')
  const late = await guess()
  expect([late.error?.code, late.headers['retry-after']]).toEqual(['too_many', '30'])
})
