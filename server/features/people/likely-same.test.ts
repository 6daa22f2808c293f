import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SentInput } from '@peyvand/domain/contract.ts'
import { listCases, readCase, readWhoCanSee } from '@peyvand/domain/cases/contract.ts'
import * as intake from '@peyvand/domain/intake/contract.ts'
import * as contract from '@peyvand/domain/people/contract.ts'
import { openDatabase, openPool } from '../../platform/db/database.ts'
import type { JobContext } from '../../platform/jobs/job.ts'
import { createLog } from '../../platform/log.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'
import { findLikelySameJob } from './find-likely-same.job.ts'
import { lookThroughPeopleJob } from './look-through-people.job.ts'

let app: TestApp
let agency: TestAgency
let opened: TestCase
let jobs: JobContext
let stopJobs: () => Promise<void>
let twin: string

beforeAll(async () => {
  app = await startTestApp()
  const pool = openPool(app.workerUrl, 2, 'test jobs', 'peyvand_jobs')
  pool.on('error', () => undefined)
  stopJobs = () => pool.end()
  jobs = {
    database: openDatabase(pool),
    keys: {} as JobContext['keys'],
    log: createLog({ write: () => undefined }),
    clock: () => app.clock.now,
  }
})
beforeEach(async () => {
  agency = await makeAgency(app, newId())
  opened = await openTestCase(app, agency)
  twin = await register({
    givenName: 'Reyhaneh',
    familyName: 'Moradian',
    bornOn: '1992-06-02',
    bornPrecision: 'day',
  })
})
afterAll(async () => {
  await stopJobs()
  await app.close()
})

type Details = SentInput<typeof contract.changePerson>['details']

async function register(details: Details, at = agency): Promise<string> {
  const personId = newId()
  await app.ask(at.intake, intake.receiveRequest, {
    input: {
      id: newId(),
      deskId: at.deskId,
      source: 'self',
      presentingProblem: 'x',
      about: {
        kind: 'new',
        person: { id: personId, details: { nationalIdMissing: 'not at hand', ...details } },
      },
    },
  })
  await findLikelySameJob.run({ personId }, jobs)
  return personId
}

const list = async (worker: TestWorker) => (await app.ask(worker, contract.listLikelySame)).pairs
const sameOf = async (worker: TestWorker, personId: string) =>
  (await app.ask(worker, contract.readSameAs, { params: { personId } })).same
const link = (worker: TestWorker, reason = 'Same mother, same school') =>
  app.send(worker, contract.linkSame, {
    input: { id: newId(), personId: opened.clientId, otherId: twin, reason },
  })

test('registering asks for a look at who may be the same, by id alone', async () => {
  const { rows } = await app.owner.query<{ payload: unknown }>(
    `select j.payload from graphile_worker._private_jobs j where j.key = $1`,
    [`find-likely-same:${twin}`],
  )
  expect(rows).toEqual([{ payload: { personId: twin } }])
})

test('people who were there before anybody asked are looked through at night, each once', async () => {
  const elsewhere = await makeAgency(app, newId())
  const known = ['1980-03-01', '1980-03-02'].map((bornOn) => ({ id: newId(), bornOn }))
  for (const { id, bornOn } of known) {
    await app.owner.query(
      `insert into person (id, agency_id, given_name, family_name, born_on, born_precision, created_by)
       values ($1, $2, 'Karim', 'Sadeghi', $3, 'day', $4)`,
      [id, elsewhere.id, bornOn, elsewhere.intake.id],
    )
  }
  const pairs = async () => {
    const { rows } = await app.owner.query(
      'select person_id, other_id from likely_pair where agency_id = $1',
      [elsewhere.id],
    )
    return rows
  }
  expect(await pairs()).toEqual([])
  await lookThroughPeopleJob.run({}, jobs)
  const [person_id, other_id] = known.map(({ id }) => id).toSorted()
  expect(await pairs()).toEqual([{ person_id, other_id }])
  const { rows } = await app.owner.query('select passed from same_round where agency_id = $1', [
    elsewhere.id,
  ])
  expect(rows).toEqual([{ passed: other_id }])
  await lookThroughPeopleJob.run({}, jobs)
  expect(await pairs()).toHaveLength(1)
})

describe('the list of likely pairs', () => {
  test('shows both, with the reasons, to whoever sees both', async () => {
    const [pair, ...rest] = await list(agency.caseworker)
    expect(rest).toEqual([])
    expect(pair?.reasons).toEqual(['name_sound', 'born_on'])
    expect(new Set([pair?.one.id, pair?.other.id])).toEqual(new Set([opened.clientId, twin]))
  })

  test('shows nothing to whoever sees only one of them, or neither', async () => {
    for (const worker of [agency.supervisor, agency.intake, agency.otherCaseworker]) {
      expect(await list(worker)).toEqual([])
    }
    const elsewhere = await makeAgency(app, newId())
    expect(await list(elsewhere.caseworker)).toEqual([])
    const director = await app.send(agency.director, contract.listLikelySame)
    expect(director.error?.code).toBe('role_not_allowed')
  })

  test('never pairs people of two agencies', async () => {
    const elsewhere = await makeAgency(app, newId())
    const other = await register(
      { givenName: 'Reyhaneh', familyName: 'Moradian', bornOn: '1992-06-02', bornPrecision: 'day' },
      elsewhere,
    )
    const { rowCount } = await app.owner.query(
      'select from likely_pair where $1 in (person_id, other_id)',
      [other],
    )
    expect(rowCount).toBe(0)
  })

  test('found again it is one pair, and an answer stays', async () => {
    const [pair] = await list(agency.caseworker)
    await app.ask(agency.caseworker, contract.tellApart, {
      params: { pairId: pair?.id ?? '' },
      input: { version: pair?.version ?? 0, reason: 'Cousins' },
    })
    await findLikelySameJob.run({ personId: twin }, jobs)
    await findLikelySameJob.run({ personId: opened.clientId }, jobs)
    expect(await list(agency.caseworker)).toEqual([])
  })

  test('is answered by nobody who does not see both, and on its present state', async () => {
    const [pair] = await list(agency.caseworker)
    const params = { pairId: pair?.id ?? '' }
    const stranger = await app.send(agency.supervisor, contract.tellApart, {
      params,
      input: { version: 1 },
    })
    expect(stranger.status).toBe(404)
    const stale = await app.send(agency.caseworker, contract.tellApart, {
      params,
      input: { version: 7 },
    })
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale_version'])
  })
})

test('whoever may only read both says neither that they are one nor that they are two', async () => {
  const reader = await makeWorker(app, agency.id, 'Arash Nouri', ['caseworker'])
  const second = await openTestCase(app, agency)
  await app.owner.query('update case_person set person_id = $2 where case_id = $1 and part = $3', [
    second.caseId,
    twin,
    'household',
  ])
  for (const caseId of [opened.caseId, second.caseId]) {
    await app.owner.query(
      `insert into emergency_access (id, case_id, worker_id, category, reason, until)
       values ($1, $2, $3, 'violence', 'A neighbour called us.', now() + interval '4 hours')`,
      [newId(), caseId, reader.id],
    )
    await app.owner.query('select derive_emergency($1, $2)', [caseId, reader.id])
  }
  const [pair] = await list(reader)
  expect(pair).toBeDefined()
  const apart = (by: TestWorker) =>
    app.send(by, contract.tellApart, {
      params: { pairId: pair?.id ?? '' },
      input: { version: pair?.version ?? 0, reason: 'Cousins' },
    })
  expect((await link(reader)).error?.code).toBe('may_not_write')
  expect((await apart(reader)).error?.code).toBe('may_not_write')
  expect((await link(agency.caseworker)).status).toBe(200)
  const [same] = await sameOf(reader, twin)
  const undone = await app.send(reader, contract.unlinkSame, {
    params: { linkId: same?.linkId ?? '' },
    input: { version: same?.version ?? 0, reason: 'Two sisters' },
  })
  expect(undone.error?.code).toBe('may_not_write')
})

describe('two rows said to be one person', () => {
  test('are told on the page of each, to whoever sees both', async () => {
    expect((await link(agency.caseworker)).status).toBe(200)
    expect(await list(agency.caseworker)).toEqual([])
    const [same] = await sameOf(agency.caseworker, opened.clientId)
    expect(same).toMatchObject({
      isDirect: true,
      reason: 'Same mother, same school',
      saidBy: 'Samaneh Karimpour',
      person: { id: twin, givenName: 'Reyhaneh', cases: [] },
    })
    const [back] = await sameOf(agency.caseworker, twin)
    expect(back?.person.cases).toMatchObject([{ id: opened.caseId }])
  })

  test('let nobody see more than before', async () => {
    const before = await app.ask(agency.caseworker, readWhoCanSee, {
      params: { caseId: opened.caseId },
    })
    await link(agency.caseworker)
    // The supervisor sees the client of the case, the intake worker the row at the desk.
    expect(await sameOf(agency.supervisor, opened.clientId)).toEqual([])
    expect(await sameOf(agency.intake, twin)).toEqual([])
    for (const [worker, personId] of [
      [agency.supervisor, twin],
      [agency.intake, opened.clientId],
      [agency.otherCaseworker, twin],
    ] as const) {
      for (const endpoint of [contract.readPerson, contract.readSameAs]) {
        expect((await app.send(worker, endpoint, { params: { personId } })).status).toBe(404)
      }
    }
    const params = { caseId: opened.caseId }
    expect((await app.send(agency.intake, readCase, { params })).status).toBe(404)
    expect((await app.ask(agency.intake, listCases)).cases).toEqual([])
    expect(await app.ask(agency.caseworker, readWhoCanSee, { params })).toEqual(before)
    const rows = await app.owner.query('select from case_person where person_id = $1', [twin])
    expect(rows.rowCount).toBe(0)
  })

  test('are parted as easily, and looked at again', async () => {
    await link(agency.caseworker)
    const [same] = await sameOf(agency.caseworker, twin)
    const params = { linkId: same?.linkId ?? '' }
    const input = { version: same?.version ?? 0, reason: 'Two sisters' }
    expect((await app.send(agency.supervisor, contract.unlinkSame, { params, input })).status).toBe(
      404,
    )
    const stale = await app.send(agency.caseworker, contract.unlinkSame, {
      params,
      input: { ...input, version: 9 },
    })
    expect(stale.error?.code).toBe('stale_version')
    await app.ask(agency.caseworker, contract.unlinkSame, { params, input })
    expect(await sameOf(agency.caseworker, twin)).toEqual([])
    expect(await list(agency.caseworker)).toHaveLength(1)
    const again = await app.send(agency.caseworker, contract.unlinkSame, { params, input })
    expect(again.status).toBe(404)
    expect((await link(agency.caseworker, 'After all')).status).toBe(200)
    const kept = await app.owner.query(
      `select s.undone_reason, u.full_name from same_as s join worker u on u.id = s.undone_by where s.id = $1`,
      [params.linkId],
    )
    expect(kept.rows).toEqual([{ undone_reason: 'Two sisters', full_name: 'Samaneh Karimpour' }])
  })

  test('are linked by nobody who sees only one of them', async () => {
    for (const worker of [agency.supervisor, agency.intake, agency.otherCaseworker]) {
      expect((await link(worker)).status).toBe(404)
    }
  })

  test('are linked once, by one of eight at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => link(agency.caseworker)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ error }) => error?.code === 'already_exists')).toHaveLength(7)
  })

  test('a repeat of a link is one link', async () => {
    const sent = {
      commandId: newId(),
      input: { id: newId(), personId: twin, otherId: opened.clientId, reason: 'The same' },
    }
    await app.ask(agency.caseworker, contract.linkSame, sent)
    await app.ask(agency.caseworker, contract.linkSame, sent)
    expect(await sameOf(agency.caseworker, twin)).toHaveLength(1)
  })

  test('through a third row they are told as far as each is seen', async () => {
    const third = await register({ givenName: 'ریحان', familyName: 'مرادی' })
    await link(agency.caseworker)
    await app.ask(agency.caseworker, contract.linkSame, {
      input: { id: newId(), personId: twin, otherId: third, reason: 'The desk knew her' },
    })
    const same = await sameOf(agency.caseworker, opened.clientId)
    expect(same.map(({ person, isDirect }) => [person.id, isDirect])).toEqual([
      [twin, true],
      [third, false],
    ])
    expect((await sameOf(agency.intake, twin)).map(({ person }) => person.id)).toEqual([third])
  })

  test('the audit trail names both, and no reason stands in the log', async () => {
    await link(agency.caseworker, 'Quendolina said so')
    const { rows } = await app.owner.query<{ records: string[] }>(
      `select records from audit where verb = 'linkSame' order by seq desc limit 1`,
    )
    expect(rows[0]?.records.toSorted()).toEqual([opened.clientId, twin].toSorted())
    expect(app.logged()).not.toContain('Quendolina')
  })
})
