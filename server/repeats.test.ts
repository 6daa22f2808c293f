import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import * as cases from '@peyvand/domain/cases/contract.ts'
import * as intake from '@peyvand/domain/intake/contract.ts'
import * as people from '@peyvand/domain/people/contract.ts'
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
