import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint, SentInput } from '@peyvand/domain/contract.ts'
import * as contract from '@peyvand/domain/intake/contract.ts'
import type { RequestStatus } from '@peyvand/domain/intake/request-steps.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency

const rules = [
  { id: 'elder', kind: 'age', from: 60, to: null },
  { id: 'need', kind: 'need', domains: ['income', 'food'] },
  { id: 'alone', kind: 'asked', question: { en: 'Does she live alone?' } },
]

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  await app.owner.query('update programme set rules = $2 where id = $1', [
    agency.programmeId,
    JSON.stringify(rules),
  ])
})
afterAll(() => app.close())

type Received = SentInput<typeof contract.receiveRequest>
type Details = Extract<Received['about'], { kind: 'new' }>['person']['details']

const someone = (details: Details = {}) => ({
  kind: 'new' as const,
  person: {
    id: newId(),
    details: {
      givenName: 'طوبی',
      familyName: 'رنجبر',
      nationalIdMissing: 'گم شده است',
      bornOn: '1950-01-01',
      bornPrecision: 'day' as const,
      ...details,
    },
  },
})

async function receive(input: Partial<Received> = {}) {
  return await app.ask(agency.intake, contract.receiveRequest, {
    input: {
      id: newId(),
      deskId: agency.deskId,
      source: 'neighbour',
      presentingProblem: 'دو ماه است اجاره را نداده‌ام.',
      needDomains: ['income', 'housing'],
      area: 'شوش',
      about: someone(),
      ...input,
    },
  })
}

const step = (
  request: { id: string; version: number },
  to: Exclude<RequestStatus, 'accepted'>,
  told: Partial<SentInput<typeof contract.takeStep>> = {},
) =>
  app.send(agency.intake, contract.takeStep, {
    params: { requestId: request.id },
    input: { to, version: request.version, ...told },
  })

const stepTo = async (...args: Parameters<typeof step>) => {
  const answer = await step(...args)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.error))
  return answer.body
}

const answer = async (request: { id: string; version: number }, answers: Record<string, boolean>) =>
  await app.ask(agency.intake, contract.answerRules, {
    params: { requestId: request.id },
    input: { answers, version: request.version },
  })

describe('a request is received', () => {
  test('from a neighbour, about someone registered in the same command, each rule judged at once', async () => {
    const about = someone()
    const request = await receive({ about })
    expect(request).toMatchObject({
      status: 'received',
      source: 'neighbour',
      client: { id: about.person.id, familyName: 'رنجبر', bornOn: '1950-01-01' },
      eligibility: { outcome: 'unknown' },
    })
    expect(request.eligibility.results.map(({ rule, met }) => [rule.id, met])).toEqual([
      ['elder', true],
      ['need', true],
      ['alone', null],
      ['capacity', true],
    ])
    expect(request.steps).toMatchObject([{ status: 'received', workerName: 'Omid Sadeghi' }])
  })

  test('a repeat receives it once; the same person is not registered twice', async () => {
    const input = {
      id: newId(),
      deskId: agency.deskId,
      source: 'self' as const,
      presentingProblem: 'x',
      about: someone(),
    }
    const commandId = newId()
    const first = await app.ask(agency.intake, contract.receiveRequest, { input, commandId })
    expect(await app.ask(agency.intake, contract.receiveRequest, { input, commandId })).toEqual(
      first,
    )
    const again = await app.send(agency.intake, contract.receiveRequest, { input })
    expect([again.status, again.error?.code]).toEqual([409, 'already_exists'])
  })

  test('about nobody yet, and the person is named later', async () => {
    const request = await receive({ about: { kind: 'nobody' } })
    expect(request.client).toBeNull()
    expect(request.nextSteps.find(({ to }) => to === 'waitlisted')?.whyNot?.code).toBe(
      'person_missing',
    )
    const sent = { params: { requestId: request.id }, input: { about: someone() } }
    const named = await app.ask(agency.intake, contract.nameClient, sent)
    expect(named.client?.givenName).toBe('طوبی')
    const again = await app.send(agency.intake, contract.nameClient, {
      ...sent,
      input: { about: someone() },
    })
    expect(again.error?.code).toBe('already_exists')
  })

  test.each<[string, Partial<Received>, string]>([
    ['at a desk that is not mine', { deskId: newId() }, 'desk_unknown'],
    [
      'about someone whom no look-up of mine showed',
      { about: { kind: 'known', personId: newId() } },
      'not_found',
    ],
    [
      'about someone without national ID and without a reason',
      { about: someone({ nationalIdMissing: '' }) },
      'national_id_reason_missing',
    ],
  ])('%s: refused, and nothing of it is kept', async (_what, change, code) => {
    const id = newId()
    const answered = await app.send(agency.intake, contract.receiveRequest, {
      input: {
        id,
        deskId: agency.deskId,
        source: 'self',
        presentingProblem: 'x',
        about: { kind: 'nobody' },
        ...change,
      },
    })
    expect(answered.error?.code).toBe(code)
    const kept = await app.owner.query('select from request where id = $1', [id])
    expect(kept.rowCount).toBe(0)
  })

  test('an ended desk and an ended programme take no new requests', async () => {
    const at = await makeAgency(app, 'Ending')
    const send = () =>
      app.send(at.intake, contract.receiveRequest, {
        input: {
          id: newId(),
          deskId: at.deskId,
          source: 'self',
          presentingProblem: 'x',
          about: { kind: 'nobody' },
        },
      })
    await app.owner.query('update desk set ended_at = now() where id = $1', [at.deskId])
    expect((await send()).error?.code).toBe('desk_unknown')
    await app.owner.query('update desk set ended_at = null where id = $1', [at.deskId])
    await app.owner.query('update programme set ended_at = now() where id = $1', [at.programmeId])
    expect((await send()).error?.code).toBe('desk_unknown')
  })

  test('guidance without a file is counted with what was told, without anybody’s data', async () => {
    const id = newId()
    await app.ask(agency.intake, contract.giveGuidance, {
      input: {
        id,
        deskId: agency.deskId,
        source: 'hotline',
        presentingProblem: 'برای آزمایش شنوایی کجا بروم؟',
        needDomains: ['physical_health'],
        guidanceGiven: 'مرکز بهداشت، دوشنبه‌ها.',
      },
    })
    const request = await app.ask(agency.intake, contract.readRequest, {
      params: { requestId: id },
    })
    expect(request).toMatchObject({
      status: 'guided',
      client: null,
      guidanceGiven: 'مرکز بهداشت، دوشنبه‌ها.',
      nextSteps: [],
    })
    const { requests } = await app.ask(agency.intake, contract.listRequests, {
      query: { status: 'guided' },
    })
    expect(requests.map((one) => one.id)).toContain(id)
  })
})

describe('eligibility is asked, and a person decides', () => {
  test('an answer closes the open question; then the worker may decide', async () => {
    const request = await receive()
    const early = await step(request, 'eligible')
    expect([early.status, early.error?.code]).toEqual([409, 'eligibility_not_decided'])
    const answered = await answer(request, { alone: true })
    expect(answered.eligibility.outcome).toBe('eligible')
    expect(answered.nextSteps[0]).toEqual({ to: 'eligible', asks: [] })
    const decided = await stepTo(answered, 'eligible')
    expect(decided.status).toBe('eligible')
    expect(decided.steps.map(({ status }) => status)).toEqual(['received', 'eligible'])
  })

  test('someone told no is told why and how to object; an objection is looked at once more', async () => {
    const request = await answer(
      await receive({ about: someone({ bornOn: '1990-01-01', bornPrecision: 'day' }) }),
      { alone: true },
    )
    expect(request.eligibility.outcome).toBe('ineligible')
    const silent = await step(request, 'ineligible', { reason: 'برای شصت سال به بالاست.' })
    expect(silent.error).toMatchObject({
      code: 'reason_missing',
      facts: { missing: 'objectionWay' },
    })
    const told = {
      reason: 'برای شصت سال به بالاست.',
      objectionWay: 'با رئیس دفتر صحبت کنید.',
    }
    const future = await step(request, 'ineligible', { ...told, toldOn: '2026-11-22' })
    expect(future.error?.code).toBe('day_in_future')
    const decided = await stepTo(request, 'ineligible', told)
    expect(decided).toMatchObject({ status: 'ineligible', toldOn: null, ...told })
    const later = await app.ask(agency.intake, contract.recordTold, {
      params: { requestId: request.id },
      input: { toldOn: '2026-11-21', version: decided.version },
    })
    expect(later.toldOn).toBe('2026-11-21')
    const again = await stepTo(later, 'received', { reason: 'شناسنامه‌اش را آورد.' })
    expect(again.status).toBe('received')
    expect(again.steps.map(({ status, reason }) => [status, reason])).toEqual([
      ['received', ''],
      ['ineligible', told.reason],
      ['received', 'شناسنامه‌اش را آورد.'],
    ])
  })

  test('a decision keeps the rules as they were judged, whatever they become later', async () => {
    const at = await makeAgency(app, 'Rules change')
    const request = await app.ask(at.intake, contract.receiveRequest, {
      input: {
        id: newId(),
        deskId: at.deskId,
        source: 'self',
        presentingProblem: 'x',
        about: someone(),
      },
    })
    const params = { requestId: request.id }
    await app.ask(at.intake, contract.takeStep, {
      params,
      input: { to: 'withdrawn', reason: 'خودش نخواست.', version: request.version },
    })
    await app.owner.query('update programme set rules = $2 where id = $1', [
      at.programmeId,
      JSON.stringify(rules),
    ])
    const after = await app.ask(at.intake, contract.readRequest, { params })
    expect(after.eligibility.outcome).toBe('eligible')
    expect(after.eligibility.results).toHaveLength(1)
  })

  test('a worker may judge against the rules’ advice, with a reason', async () => {
    const request = await answer(
      await receive({ about: someone({ bornOn: '1966-12-01', bornPrecision: 'day' }) }),
      { alone: true },
    )
    expect(request.eligibility.outcome).toBe('ineligible')
    expect((await step(request, 'eligible')).error?.code).toBe('reason_missing')
    const decided = await stepTo(request, 'eligible', { reason: 'ده روز دیگر شصت ساله می‌شود.' })
    expect(decided.status).toBe('eligible')
  })
})

describe('the lawful steps hold', () => {
  test('a step that is not in the table is refused with where it stands', async () => {
    const request = await receive()
    const gone = await stepTo(request, 'withdrawn', { reason: 'منصرف شد.' })
    const answered = await step(gone, 'received', { reason: 'x' })
    expect([answered.status, answered.error?.code]).toEqual([409, 'request_step_not_lawful'])
    expect(answered.error?.facts).toEqual({ from: 'withdrawn', to: 'received' })
  })

  test('an ended request is not corrected, and takes no more answers', async () => {
    const gone = await stepTo(await receive(), 'withdrawn', { reason: 'منصرف شد.' })
    const params = { requestId: gone.id }
    const corrected = await app.send(agency.intake, contract.changeRequest, {
      params,
      input: { source: 'self', presentingProblem: 'x', version: gone.version },
    })
    const answered = await app.send(agency.intake, contract.answerRules, {
      params,
      input: { answers: {}, version: gone.version },
    })
    expect([corrected.error?.code, answered.error?.code]).toEqual([
      'request_step_not_lawful',
      'request_step_not_lawful',
    ])
  })

  test('while it is open, what was asked can be corrected', async () => {
    const request = await receive()
    const sent = {
      params: { requestId: request.id },
      input: {
        source: 'self' as const,
        presentingProblem: 'سه ماه است.',
        needDomains: ['housing' as const],
        version: request.version,
      },
    }
    const corrected = await app.ask(agency.intake, contract.changeRequest, sent)
    expect(corrected).toMatchObject({
      presentingProblem: 'سه ماه است.',
      version: request.version + 1,
    })
    expect(corrected.eligibility.outcome).toBe('ineligible')
    const stale = await app.send(agency.intake, contract.changeRequest, sent)
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale_version'])
  })

  test('eight decide at once: one decision stands', async () => {
    const request = await receive()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        step(request, n % 2 ? 'withdrawn' : 'waitlisted', { reason: `x ${n}` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ error }) => error?.code === 'stale_version')).toHaveLength(7)
  })
})

test('the waiting line has one order everywhere: stated priority, then who came first', async () => {
  const at = await makeAgency(app, 'Waiting')
  const deskIds = [at.deskId, newId()]
  await app.owner.query(
    `insert into desk (id, agency_id, programme_id, name) values ($1, $2, $3, 'Evening')`,
    [deskIds[1], at.id, at.programmeId],
  )
  await app.owner.query('insert into desk_member (desk_id, worker_id) values ($1, $2)', [
    deskIds[1],
    at.otherCaseworker.id,
  ])
  const line = [
    ['first', at.intake, 'normal', '08:00'],
    ['second', at.otherCaseworker, 'normal', '08:10'],
    ['urgent', at.intake, 'urgent', '08:20'],
    ['third', at.intake, 'normal', '08:30'],
  ] as const
  for (const [name, worker, priority, time] of line) {
    app.clock.now = `2026-11-21T${time}:00.000Z`
    const request = await app.ask(worker, contract.receiveRequest, {
      input: {
        id: newId(),
        deskId: worker === at.intake ? at.deskId : (deskIds[1] ?? ''),
        source: 'self',
        presentingProblem: name,
        about: someone(),
      },
    })
    await app.ask(worker, contract.takeStep, {
      params: { requestId: request.id },
      input: { to: 'waitlisted', reason: 'ظرفیت پر است.', priority, version: request.version },
    })
  }
  const params = { programmeId: at.programmeId }
  const mine = await app.ask(at.intake, contract.readWaitingLine, { params })
  expect(mine.requests.map((r) => [r.presentingProblem, r.placeInLine, r.priority])).toEqual([
    ['urgent', 1, 'urgent'],
    ['first', 2, 'normal'],
    ['third', 4, 'normal'],
  ])
  expect(mine.places).toEqual({ capacity: null, open: 0, left: null, waiting: 4 })
  const evening = await app.ask(at.otherCaseworker, contract.readWaitingLine, { params })
  expect(evening.requests.map((r) => [r.presentingProblem, r.placeInLine])).toEqual([['second', 3]])
  const queue = await app.ask(at.intake, contract.listRequests, {
    query: { status: 'waitlisted' },
  })
  expect(queue.requests.map((r) => [r.presentingProblem, r.placeInLine])).toEqual([
    ['third', 4],
    ['urgent', 1],
    ['first', 2],
  ])
  const unknown = await app.send(at.intake, contract.readWaitingLine, {
    params: { programmeId: agency.programmeId },
  })
  expect(unknown.error?.code).toBe('programme_unknown')
})

test('how full a confidential programme is, its own desks and administrators are told alone', async () => {
  const at = await makeAgency(app, 'Safe house')
  const secret = newId()
  const deskId = newId()
  await app.owner.query(
    `insert into programme (id, agency_id, code, name_fa, name_en, confidential)
     values ($1, $2, 'safe_house', 'خانهٔ امن', 'Safe house', true)`,
    [secret, at.id],
  )
  await app.owner.query(
    `insert into desk (id, agency_id, programme_id, name) values ($1, $2, $3, 'Night desk')`,
    [deskId, at.id, secret],
  )
  await app.owner.query('insert into desk_member (desk_id, worker_id) values ($1, $2)', [
    deskId,
    at.otherCaseworker.id,
  ])
  const toldOf = async (worker: TestWorker) => {
    const { places } = await app.ask(worker, contract.listPlaces)
    const line = await app.send(worker, contract.readWaitingLine, {
      params: { programmeId: secret },
    })
    return [places.some(({ programmeId }) => programmeId === secret), line.error?.code ?? 'told']
  }
  for (const worker of [at.intake, at.caseworker, at.supervisor]) {
    expect(await toldOf(worker)).toEqual([false, 'programme_unknown'])
  }
  expect(await toldOf(at.otherCaseworker)).toEqual([true, 'told'])
  expect(await toldOf(at.administrator)).toEqual([true, 'told'])
  const { places } = await app.ask(at.supervisor, contract.listPlaces)
  expect(places.map(({ programmeId }) => programmeId)).toEqual([at.programmeId])
})

test('the queue is narrowed by status, source and need, page by page', async () => {
  const at = await makeAgency(app, 'Queue')
  const ids: string[] = []
  for (const source of ['self', 'school', 'court'] as const) {
    const { id } = await app.ask(at.intake, contract.receiveRequest, {
      input: {
        id: newId(),
        deskId: at.deskId,
        source,
        presentingProblem: source,
        needDomains: source === 'court' ? ['legal'] : ['education'],
        about: { kind: 'nobody' },
      },
    })
    ids.unshift(id)
  }
  const list = async (query: object) => await app.ask(at.intake, contract.listRequests, { query })
  const first = await list({ limit: 2 })
  expect(first.requests.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  expect(first.counts).toEqual({ received: 3, eligible: 0, waitlisted: 0 })
  const second = await list({ limit: 2, before: first.before ?? undefined })
  expect(second.requests.map(({ id }) => id)).toEqual(ids.slice(2))
  expect(second.before).toBeNull()
  expect((await list({ source: 'school' })).requests).toHaveLength(1)
  expect((await list({ needDomain: 'legal' })).counts.received).toBe(1)
  expect((await list({ status: 'withdrawn' })).requests).toEqual([])
})

describe('who sees a request', () => {
  test('whoever does not sit at the desk finds no such request, whatever is asked of it', async () => {
    const request = await receive()
    const { id, version } = request
    const routes: [Endpoint, object][] = [
      [contract.readRequest, {}],
      [contract.changeRequest, { source: 'self', presentingProblem: 'x', version }],
      [contract.nameClient, { about: someone() }],
      [contract.answerRules, { answers: {}, version }],
      [contract.takeStep, { to: 'withdrawn', reason: 'x', version }],
      [contract.recordTold, { toldOn: '2026-11-21', version }],
      [
        contract.acceptRequest,
        {
          caseId: newId(),
          practiceModelId: agency.practiceModelId,
          practiceModelReason: 'x',
          caseManagerId: agency.otherCaseworker.id,
          supervisorId: agency.otherSupervisor.id,
          managerRowId: newId(),
          supervisorRowId: newId(),
          household: { kind: 'none' },
          version,
        },
      ],
    ]
    const elsewhere = await makeAgency(app, 'Elsewhere')
    for (const worker of [agency.otherCaseworker, agency.administrator, elsewhere.intake]) {
      for (const [endpoint, input] of routes) {
        const answered = await app.send(worker, endpoint, {
          params: { requestId: id } as never,
          ...(endpoint.method === 'GET' ? {} : { input: input as never }),
        })
        expect([endpoint.path, answered.status]).toEqual([endpoint.path, 404])
      }
      const { requests } = await app.ask(worker, contract.listRequests, {
        query: { status: 'all' },
      })
      expect(requests).toEqual([])
    }
  })

  test('nothing of what was said stands in the log', async () => {
    await receive({ presentingProblem: 'Unmistakable words 4711' })
    expect(app.logged()).not.toContain('Unmistakable')
  })
})
