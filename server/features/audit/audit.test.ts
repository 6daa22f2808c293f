import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAudit } from '@peyvand/domain/audit/contract.ts'
import { dayInZone } from '@peyvand/domain/calendar/day-in-zone.ts'
import { listCases, readCase } from '@peyvand/domain/cases/contract.ts'
import { enterInDirectory, makeAgency } from '../../testing/make-agency.ts'
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

test('whoever of another agency looks at a case of ours is seen, the partner and the stranger', async () => {
  const { caseId } = await openTestCase(app, agency)
  const asked = await app.ask(agency.supervisor, readCase, { params: { caseId } })
  await app.owner.query(
    `insert into consent (id, case_id, person_id, discloser, groups, recipient_id, recipient_name, purpose,
       from_on, until_on, how, witness, withdraw_how, created_by)
     select $1, c.id, c.client_id, 'us', '{core}', $3, 'Elsewhere', 'shared work', '2026-10-01', '2099-01-01',
       'spoken', 'N. F.', 'by a call', $4 from case_file c where c.id = $2`,
    [newId(), caseId, await enterInDirectory(app, elsewhere), agency.caseworker.id],
  )
  await app.owner.query(
    `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by, consent_id)
     select $1, $2, $3, 'partner_worker', '{core}', false, '2026-10-01', $4, k.id from consent k where k.case_id = $2`,
    [newId(), caseId, elsewhere.caseworker.id, agency.caseworker.id],
  )
  await app.owner.query('select derive_access($1, $2)', [caseId, elsewhere.caseworker.id])
  await app.ask(elsewhere.caseworker, listCases)
  await app.ask(elsewhere.caseworker, readCase, { params: { caseId } })
  await app.send(elsewhere.otherCaseworker, readCase, { params: { caseId } })
  const { rows } = await app.ask(agency.auditor, readAudit, { query: {} })
  const { otherCaseworker: stranger, caseworker: partner } = elsewhere
  const caseNumbers = [asked.number]
  expect(rows.slice(0, 3)).toMatchObject([
    { workerId: stranger.id, verb: 'readCase', outcome: 'case_not_seen', caseNumbers },
    { workerId: partner.id, verb: 'readCase', outcome: 'done', caseNumbers },
    { workerId: partner.id, verb: 'listCases', outcome: 'done', caseNumbers },
  ])
  const ofCase = await app.ask(agency.auditor, readAudit, { query: { caseNumber: asked.number } })
  expect(ofCase.rows).toHaveLength(4)
  // Their own auditor sees what their workers did, and no number of our case.
  const theirs = await app.ask(elsewhere.auditor, readAudit, { query: {} })
  expect(theirs.rows.flatMap(({ caseNumbers }) => caseNumbers)).not.toContain(asked.number)
})

test('days are those of the agency, the last one included', async () => {
  // The audit keeps the database's own time, whatever a test's clock says.
  const today = dayInZone(Date.now(), 'Asia/Tehran')
  const shown = await app.ask(agency.auditor, readAudit, { query: { from: today, until: today } })
  const before = await app.ask(agency.auditor, readAudit, { query: { until: '2020-01-01' } })
  expect(shown.rows.length).toBeGreaterThan(0)
  expect(before.rows).toEqual([])
})
