import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as cases from '@peyvand/domain/cases/contract.ts'
import type { SentInput } from '@peyvand/domain/contract.ts'
import * as contract from '@peyvand/domain/intake/contract.ts'
import * as people from '@peyvand/domain/people/contract.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())

async function receiveEligible(at = agency, to: 'eligible' | 'waitlisted' = 'eligible') {
  const request = await app.ask(at.intake, contract.receiveRequest, {
    input: {
      id: newId(),
      deskId: at.deskId,
      source: 'self',
      presentingProblem: 'اجاره عقب افتاده است.',
      needDomains: ['housing'],
      about: {
        kind: 'new',
        person: {
          id: newId(),
          details: { givenName: 'طوبی', familyName: 'رنجبر', nationalIdMissing: 'گم شده' },
        },
      },
    },
  })
  return await app.ask(at.intake, contract.takeStep, {
    params: { requestId: request.id },
    input: { to, reason: 'x', version: request.version },
  })
}

function acceptance(
  version: number,
  change: Partial<SentInput<typeof contract.acceptRequest>> = {},
  at = agency,
): SentInput<typeof contract.acceptRequest> {
  return {
    caseId: newId(),
    practiceModelId: at.practiceModelId,
    practiceModelReason: 'توانمندی‌های خودش',
    caseManagerId: at.caseworker.id,
    supervisorId: at.supervisor.id,
    managerRowId: newId(),
    supervisorRowId: newId(),
    household: { kind: 'new', householdId: newId(), memberId: newId(), name: 'رنجبر' },
    version,
    ...change,
  }
}

const accept = (
  request: { id: string; version: number },
  change: Partial<SentInput<typeof contract.acceptRequest>> = {},
  at = agency,
) =>
  app.send(at.intake, contract.acceptRequest, {
    params: { requestId: request.id },
    input: acceptance(request.version, change, at),
  })

test('accepting opens the case: numbered in the agency’s year, with its people, team and household', async () => {
  const request = await receiveEligible()
  const answer = await accept(request)
  expect(answer.status).toBe(200)
  const { caseId, number, visible } = answer.body
  expect([number, visible]).toEqual(['1405-0001', false])
  const file = await app.ask(agency.caseworker, cases.readCase, { params: { caseId } })
  expect(file).toMatchObject({
    number,
    client: { givenName: 'طوبی' },
    practiceModel: { reason: 'توانمندی‌های خودش' },
    leadsTeam: true,
  })
  expect(file.team.map(({ role }) => role).toSorted()).toEqual(['case_manager', 'supervisor'])
  const family = await app.ask(agency.caseworker, people.readFamily, { params: { caseId } })
  expect(family.household).toMatchObject({
    name: 'رنجبر',
    members: [{ personId: request.client?.id }],
  })
  const notices = await app.owner.query(
    `select worker_id from notice where kind = 'case_opened' and facts ->> 'caseId' = $1`,
    [caseId],
  )
  expect(new Set(notices.rows.map(({ worker_id }) => worker_id))).toEqual(
    new Set([agency.caseworker.id, agency.supervisor.id]),
  )
  const after = await app.ask(agency.intake, contract.readRequest, {
    params: { requestId: request.id },
  })
  expect(after).toMatchObject({ status: 'accepted', caseId: null, nextSteps: [] })
  expect(after.steps.map(({ status }) => status)).toEqual(['received', 'eligible', 'accepted'])
})

test('the words of the request come along to whoever works on the case, and to nobody else', async () => {
  const request = await receiveEligible()
  const { caseId } = (await accept(request)).body
  const behind = await app.ask(agency.supervisor, contract.readRequestBehindCase, {
    params: { caseId },
  })
  expect(behind.request).toMatchObject({
    id: request.id,
    presentingProblem: 'اجاره عقب افتاده است.',
  })
  for (const worker of [agency.intake, agency.otherCaseworker]) {
    const hidden = await app.send(worker, contract.readRequestBehindCase, { params: { caseId } })
    expect(hidden.status).toBe(404)
  }
})

test('a repeat opens one case and gives the same number', async () => {
  const request = await receiveEligible()
  const sent = {
    params: { requestId: request.id },
    input: acceptance(request.version),
    commandId: newId(),
  }
  const first = await app.ask(agency.intake, contract.acceptRequest, sent)
  expect(await app.ask(agency.intake, contract.acceptRequest, sent)).toEqual(first)
  const again = await accept({ id: request.id, version: request.version + 2 })
  expect(again.error?.code).toBe('request_step_not_lawful')
})

test('the household the client already lives in may be chosen, and no other', async () => {
  const at = await makeAgency(app, 'Households')
  const first = await receiveEligible(at)
  const householdId = newId()
  const household = { kind: 'new' as const, householdId, memberId: newId(), name: 'x' }
  await accept(first, { household }, at)
  const [programmeId, deskId] = [newId(), newId()]
  await app.owner.query(
    `insert into programme (id, agency_id, code, name_fa, name_en) values ($1, $2, 'ageing', 'x', 'Ageing')`,
    [programmeId, at.id],
  )
  await app.owner.query(
    `insert into desk (id, agency_id, programme_id, name) values ($1, $2, $3, 'Second')`,
    [deskId, at.id, programmeId],
  )
  await app.owner.query('insert into desk_member (desk_id, worker_id) values ($1, $2)', [
    deskId,
    at.intake.id,
  ])
  const second = await app.ask(at.intake, contract.receiveRequest, {
    input: {
      id: newId(),
      deskId,
      source: 'self',
      presentingProblem: 'x',
      about: { kind: 'known', personId: first.client?.id ?? '' },
    },
  })
  const eligible = await app.ask(at.intake, contract.takeStep, {
    params: { requestId: second.id },
    input: { to: 'eligible', version: second.version },
  })
  expect(eligible.households).toEqual([{ id: householdId, name: 'x', members: 1 }])
  const foreign = await accept(eligible, { household: { kind: 'known', householdId: newId() } }, at)
  expect(foreign.error?.code).toBe('household_unknown')
  const known = await accept(eligible, { household: { kind: 'known', householdId } }, at)
  expect(known.status).toBe(200)
})

describe('accepting is refused', () => {
  test.each<[string, () => Partial<SentInput<typeof contract.acceptRequest>>, string]>([
    [
      'under a practice model of another agency',
      () => ({ practiceModelId: newId() }),
      'practice_model_unknown',
    ],
    ['with a manager nobody knows', () => ({ caseManagerId: newId() }), 'worker_unknown'],
    [
      'with an administrator as case manager',
      () => ({ caseManagerId: agency.administrator.id }),
      'worker_unknown',
    ],
    [
      'with a supervisor who is none',
      () => ({ supervisorId: agency.otherCaseworker.id }),
      'worker_unknown',
    ],
    [
      'with one person as manager and supervisor, where there is another supervisor',
      () => ({ caseManagerId: agency.supervisor.id }),
      'supervisor_must_differ',
    ],
    [
      'as the writer saw it before somebody else changed it',
      () => ({ version: 1 }),
      'stale_version',
    ],
  ])('%s', async (_what, change, code) => {
    const request = await receiveEligible()
    const answer = await accept(request, change())
    expect(answer.error?.code).toBe(code)
    const after = await app.ask(agency.intake, contract.readRequest, {
      params: { requestId: request.id },
    })
    expect([after.status, after.version]).toEqual(['eligible', request.version])
  })

  test('for someone who has an open case in the programme already', async () => {
    const request = await receiveEligible()
    await accept(request)
    const second = await app.ask(agency.intake, contract.receiveRequest, {
      input: {
        id: newId(),
        deskId: agency.deskId,
        source: 'self',
        presentingProblem: 'x',
        about: { kind: 'known', personId: request.client?.id ?? '' },
      },
    })
    const eligible = await app.ask(agency.intake, contract.takeStep, {
      params: { requestId: second.id },
      input: { to: 'eligible', version: second.version },
    })
    const answer = await accept(eligible)
    expect([answer.status, answer.error?.code]).toEqual([409, 'case_already_open'])
  })

  test('past people who wait, unless a reason says why', async () => {
    const at = await makeAgency(app, 'In line')
    const first = await receiveEligible(at, 'waitlisted')
    const second = await receiveEligible(at, 'waitlisted')
    expect((await accept(second, {}, at)).error?.code).toBe('reason_missing')
    expect((await accept(first, {}, at)).status).toBe(200)
    expect((await accept(second, {}, at)).status).toBe(200)
    const third = await receiveEligible(at, 'waitlisted')
    const fourth = await receiveEligible(at)
    expect((await accept(fourth, {}, at)).error?.code).toBe('reason_missing')
    expect((await accept(fourth, { reason: 'خطر جانی' }, at)).status).toBe(200)
    expect(third.placeInLine).toBe(1)
  })
})

test('eight accept at once on the last place: one gets it, seven are told it is full', async () => {
  const at = await makeAgency(app, 'Last place')
  await app.owner.query('update programme set capacity = 2 where id = $1', [at.programmeId])
  await accept(await receiveEligible(at), {}, at)
  const requests = []
  for (let n = 0; n < 8; n++) requests.push(await receiveEligible(at))
  const answers = await Promise.all(requests.map((request) => accept(request, {}, at)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ error }) => error?.code === 'capacity_full')).toHaveLength(7)
  const open = await app.owner.query(
    `select count(*)::int as open from case_file where programme_id = $1 and status = 'open'`,
    [at.programmeId],
  )
  expect(open.rows).toEqual([{ open: 2 }])
  const { places } = await app.ask(at.intake, contract.listPlaces)
  expect(places).toEqual([
    { programmeId: at.programmeId, capacity: 2, open: 2, left: 0, waiting: 0 },
  ])
})

test('numbers follow one another without a gap, even eight at once', async () => {
  const at = await makeAgency(app, 'Numbers')
  const requests = []
  for (let n = 0; n < 8; n++) requests.push(await receiveEligible(at))
  const answers = await Promise.all(requests.map((request) => accept(request, {}, at)))
  expect(answers.map(({ body }) => body.number).toSorted()).toEqual(
    Array.from({ length: 8 }, (_, n) => `1405-000${n + 1}`),
  )
  await app.owner.query(`update agency set calendar = 'gregory' where id = $1`, [at.id])
  const next = await accept(await receiveEligible(at), {}, at)
  expect(next.body.number).toBe('2026-0001')
})

test('after the case 9999 of a year comes 10000', async () => {
  const at = await makeAgency(app, 'Many')
  const open = async () => (await accept(await receiveEligible(at), {}, at)).body.number
  expect(await open()).toBe('1405-0001')
  for (const last of [9999, 99_999]) {
    await app.owner.query('update case_counter set last = $2 - 1 where agency_id = $1', [
      at.id,
      last,
    ])
    expect([await open(), await open()]).toEqual([`1405-${last}`, `1405-${last + 1}`])
  }
})

test('while one person is the whole agency, she may work and supervise in one', async () => {
  const at = await makeAgency(app, 'Alone')
  await app.owner.query('update worker set ended_at = now() where agency_id = $1', [at.id])
  const alone = await makeWorker(app, at.id, 'Shirin Azad', [
    'administrator',
    'caseworker',
    'intake',
    'supervisor',
  ])
  await app.owner.query('insert into desk_member (desk_id, worker_id) values ($1, $2)', [
    at.deskId,
    alone.id,
  ])
  const hers = { ...at, intake: alone, caseworker: alone, supervisor: alone }
  const answer = await accept(await receiveEligible(hers), {}, hers)
  expect(answer.body).toMatchObject({ number: '1405-0001', visible: true })
  const file = await app.ask(alone, cases.readCase, { params: { caseId: answer.body.caseId } })
  expect(file.team.map(({ role }) => role)).toEqual(['case_manager'])
})
