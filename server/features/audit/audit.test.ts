import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAudit } from '@peyvand/domain/audit/contract.ts'
import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let elsewhere: TestAgency
let number: string

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  elsewhere = await makeAgency(app, 'Elsewhere')
  const { caseId } = await openTestCase(app, agency)
  number = (await app.ask(agency.caseworker, readCase, { params: { caseId } })).number
  await app.send(agency.otherCaseworker, readCase, { params: { caseId } })
})
afterAll(() => app.close())

test('an auditor reads who looked at which case, refusals too, and no content', async () => {
  const { rows } = await app.ask(agency.auditor, readAudit, { query: { caseNumber: number } })
  expect(rows.map(({ fullName, outcome }) => [fullName, outcome])).toEqual([
    ['Behnam Rostami', 'case_not_seen'],
    ['Samaneh Karimpour', 'done'],
  ])
  expect(JSON.stringify(rows)).not.toContain('مرادیان')
})

test('only an auditor, and only of the own agency', async () => {
  for (const worker of [
    agency.administrator,
    agency.supervisor,
    agency.director,
    agency.caseworker,
  ]) {
    expect((await app.send(worker, readAudit, { query: {} })).error?.code).toBe('role_not_allowed')
  }
  const { rows } = await app.ask(elsewhere.auditor, readAudit, { query: {} })
  expect(rows.every(({ fullName }) => fullName !== 'Samaneh Karimpour')).toBe(true)
  const foreign = await app.ask(elsewhere.auditor, readAudit, { query: { caseNumber: number } })
  expect(foreign.rows).toEqual([])
})

test('days are those of the agency, the last one included', async () => {
  // The audit keeps the database's own time, whatever a test's clock says.
  const today = dayInZone(Date.now(), 'Asia/Tehran')
  const shown = await app.ask(agency.auditor, readAudit, { query: { from: today, until: today } })
  const before = await app.ask(agency.auditor, readAudit, { query: { until: '2020-01-01' } })
  expect(shown.rows.length).toBeGreaterThan(0)
  expect(before.rows).toEqual([])
})
