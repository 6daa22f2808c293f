import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerOf, Endpoint, SentInput } from '@peyvand/domain/contract.ts'
import { programmeList } from '@peyvand/domain/cases/programme-list.ts'
import * as contract from '@peyvand/domain/intake/contract.ts'
import { takeRole } from '../../platform/access/open-act.ts'
import { openDatabase, openPool } from '../../platform/db/database.ts'
import { makeAgency, makeWorker } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp, TestWorker } from '../../testing/test-app.ts'
import { insertDefaultProgrammes, joinFirstDesks } from './default-programmes.ts'

let app: TestApp
let agency: TestAgency

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
})
afterAll(() => app.close())

type Settings = AnswerOf<typeof contract.readProgrammeSettings>

const read = async (at = agency) =>
  (await app.ask(at.administrator, contract.readProgrammeSettings)).programmes

const deskOf = (programmes: Settings['programmes'], deskId: string) => {
  const found = programmes.flatMap(({ desks }) => desks).find(({ id }) => id === deskId)
  if (!found) throw new Error('no such desk')
  return found
}

const ageing = (): SentInput<typeof contract.addProgramme> => ({
  id: newId(),
  deskId: newId(),
  deskName: 'پذیرش سالمندان',
  nameFa: 'سالمندان',
  rules: [{ id: 'elder', kind: 'age', from: 60, to: null }],
  capacity: 40,
  confidential: false,
  practiceModelId: agency.practiceModelId,
})

describe('programmes are set up by the administrator', () => {
  test('a new one has its rules, its capacity and a desk; a name in one language stands for both', async () => {
    const input = ageing()
    const sent = { input, commandId: newId() }
    const { programmes } = await app.ask(agency.administrator, contract.addProgramme, sent)
    const added = programmes.find(({ id }) => id === input.id)
    expect(added).toMatchObject({
      nameFa: 'سالمندان',
      nameEn: 'سالمندان',
      capacity: 40,
      rules: input.rules,
      desks: [{ id: input.deskId, name: 'پذیرش سالمندان', members: [] }],
    })
    await app.ask(agency.administrator, contract.addProgramme, sent)
    expect(await read()).toHaveLength(2)
    const again = await app.send(agency.administrator, contract.addProgramme, { input })
    expect(again.error?.code).toBe('already_exists')
  })

  test('rules and capacity change, an older sight is refused, an ended one stays readable', async () => {
    const [programme] = (await read()).filter(({ id }) => id === agency.programmeId)
    if (!programme) throw new Error('no programme')
    const sent = {
      params: { programmeId: programme.id },
      input: {
        nameFa: programme.nameFa,
        nameEn: programme.nameEn,
        rules: [{ id: 'area', kind: 'area' as const, areas: ['شوش'] }],
        capacity: 3,
        confidential: true,
        practiceModelId: null,
        ended: true,
        version: programme.version,
      },
    }
    const after = await app.ask(agency.administrator, contract.changeProgramme, sent)
    expect(after.programmes.find(({ id }) => id === programme.id)).toMatchObject({
      capacity: 3,
      confidential: true,
      ended: true,
      version: programme.version + 1,
    })
    const stale = await app.send(agency.administrator, contract.changeProgramme, sent)
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale_version'])
    await app.ask(agency.administrator, contract.changeProgramme, {
      ...sent,
      input: { ...sent.input, ended: false, version: programme.version + 1 },
    })
  })

  test('a confidential one stays so once somebody has come to it, and only then', async () => {
    const { id, deskId, deskName: _name, ...values } = { ...ageing(), confidential: true }
    await app.ask(agency.administrator, contract.addProgramme, {
      input: { id, deskId, deskName: 'پذیرش', ...values },
    })
    const keep = async (confidential: boolean) => {
      const version = (await read()).find((one) => one.id === id)?.version ?? 0
      return await app.send(agency.administrator, contract.changeProgramme, {
        params: { programmeId: id },
        input: { ...values, confidential, version },
      })
    }
    expect((await keep(false)).status).toBe(200)
    expect((await keep(true)).status).toBe(200)
    await app.ask(agency.administrator, contract.joinDesk, {
      params: { deskId },
      input: { workerId: agency.intake.id },
    })
    await app.ask(agency.intake, contract.receiveRequest, {
      input: {
        id: newId(),
        deskId,
        source: 'self',
        presentingProblem: 'x',
        about: { kind: 'nobody' },
      },
    })
    const refused = await keep(false)
    expect([refused.status, refused.error?.code]).toEqual([409, 'programme_stays_confidential'])
    expect((await keep(true)).status).toBe(200)
  })

  test.each<[string, object, string]>([
    ['a practice model nobody has', { practiceModelId: newId() }, 'practice_model_unknown'],
    ['no name in any language', { nameFa: ' ' }, 'malformed'],
    [
      'an age rule that ends before it begins',
      { rules: [{ id: 'a', kind: 'age', from: 9, to: 3 }] },
      'malformed',
    ],
  ])('%s is refused', async (_what, change, code) => {
    const answer = await app.send(agency.administrator, contract.addProgramme, {
      input: { ...ageing(), ...change },
    })
    expect(answer.error?.code ?? answer.error?.kind).toBe(code)
  })
})

describe('who sits at a desk is named by an administrator', () => {
  test('a colleague joins and sees its requests, leaves and sees them no more; both are told', async () => {
    const params = { deskId: agency.deskId }
    const receive = () =>
      app.send(agency.otherCaseworker, contract.receiveRequest, {
        input: {
          id: newId(),
          deskId: agency.deskId,
          source: 'self',
          presentingProblem: 'x',
          about: { kind: 'nobody' },
        },
      })
    expect((await receive()).error?.code).toBe('desk_unknown')
    const joined = await app.ask(agency.administrator, contract.joinDesk, {
      params,
      input: { workerId: agency.otherCaseworker.id },
    })
    expect(deskOf(joined.programmes, agency.deskId).members.map(({ id }) => id)).toContain(
      agency.otherCaseworker.id,
    )
    expect((await receive()).status).toBe(200)
    await app.ask(agency.administrator, contract.leaveDesk, {
      params: { ...params, workerId: agency.otherCaseworker.id },
    })
    expect((await receive()).error?.code).toBe('desk_unknown')
    const told = await app.owner.query('select kind from notice where worker_id = $1 order by at', [
      agency.otherCaseworker.id,
    ])
    expect(told.rows.map(({ kind }) => kind)).toEqual(['desk_joined', 'desk_left'])
  })

  test('nobody lets himself or herself in', async () => {
    const answer = await app.send(agency.administrator, contract.joinDesk, {
      params: { deskId: agency.deskId },
      input: { workerId: agency.administrator.id },
    })
    expect([answer.status, answer.error?.code]).toEqual([403, 'not_for_oneself'])
  })

  test('a colleague of another agency, and a desk of another agency, are not found', async () => {
    const elsewhere = await makeAgency(app, 'Elsewhere')
    const join = (deskId: string, workerId: string) =>
      app.send(agency.administrator, contract.joinDesk, { params: { deskId }, input: { workerId } })
    expect((await join(agency.deskId, elsewhere.caseworker.id)).error?.code).toBe('not_found')
    expect((await join(elsewhere.deskId, agency.caseworker.id)).error?.code).toBe('desk_unknown')
  })

  test('one desk answers for the agency', async () => {
    const second = newId()
    const added = await app.ask(agency.administrator, contract.addDesk, {
      input: { id: second, programmeId: agency.programmeId, name: 'Evening desk' },
    })
    const answering = async (deskId: string, version: number) =>
      await app.ask(agency.administrator, contract.changeDesk, {
        params: { deskId },
        input: { name: 'Desk', answersForAgency: true, version },
      })
    const first = await answering(agency.deskId, deskOf(added.programmes, agency.deskId).version)
    expect(deskOf(first.programmes, agency.deskId).answersForAgency).toBe(true)
    const after = await answering(second, 1)
    expect(deskOf(after.programmes, second).answersForAgency).toBe(true)
    expect(deskOf(after.programmes, agency.deskId).answersForAgency).toBe(false)
    const stale = await app.send(agency.administrator, contract.changeDesk, {
      params: { deskId: second },
      input: { name: 'Desk', answersForAgency: true, version: 1 },
    })
    expect(stale.error?.code).toBe('stale_version')
    const unknown = await app.send(agency.administrator, contract.addDesk, {
      input: { id: newId(), programmeId: newId(), name: 'x' },
    })
    expect(unknown.error?.code).toBe('programme_unknown')
  })

  test('eight make a desk the answering one at once: there is still one', async () => {
    const programmes = await read()
    const [desk] = programmes.flatMap(({ desks }) => desks).filter((one) => !one.answersForAgency)
    if (!desk) throw new Error('no desk')
    await Promise.all(
      Array.from({ length: 8 }, () =>
        app.send(agency.administrator, contract.changeDesk, {
          params: { deskId: desk.id },
          input: { name: desk.name, answersForAgency: true, version: desk.version },
        }),
      ),
    )
    const after = (await read()).flatMap(({ desks }) => desks)
    expect(after.filter(({ answersForAgency }) => answersForAgency)).toHaveLength(1)
  })
})

test('settings are an administrator’s: nobody else reads or changes them', async () => {
  const routes: [Endpoint, object][] = [
    [contract.readProgrammeSettings, {}],
    [contract.addProgramme, ageing()],
    [contract.addDesk, { id: newId(), programmeId: agency.programmeId, name: 'x' }],
    [contract.joinDesk, { workerId: agency.caseworker.id }],
  ]
  for (const worker of [agency.intake, agency.caseworker, agency.director]) {
    for (const [endpoint, input] of routes) {
      const answer = await app.send(worker, endpoint, {
        params: { deskId: agency.deskId } as never,
        ...(endpoint.method === 'GET' ? {} : { input: input as never }),
      })
      expect([endpoint.path, answer.error?.code]).toEqual([endpoint.path, 'role_not_allowed'])
    }
  }
})

describe('a new agency', () => {
  async function asWorker(
    worker: TestWorker,
    work: typeof insertDefaultProgrammes | typeof joinFirstDesks,
  ) {
    const url = `${app.owner.options.connectionString}`
    const pool = openPool(url, 1, 'test')
    try {
      await openDatabase(pool)
        .transaction()
        .execute(async (tx) => {
          await takeRole(tx, 'peyvand_staff', { userId: worker.id })
          await work(tx, { agencyId: worker.agencyId, language: 'fa', today: '2026-11-21' })
        })
    } finally {
      await pool.end()
    }
  }

  async function begin(): Promise<TestWorker> {
    const agencyId = newId()
    await app.owner.query(
      `insert into agency (id, name, time_zone) values ($1, 'New', 'Asia/Tehran')`,
      [agencyId],
    )
    return await makeWorker(app, agencyId, 'Shirin Azad', [
      'administrator',
      'caseworker',
      'intake',
      'supervisor',
    ])
  }

  test('begins with ten programmes, their rules, models and desks; its first worker can receive people', async () => {
    const first = await begin()
    await asWorker(first, insertDefaultProgrammes)
    await asWorker(first, joinFirstDesks)
    const { programmes } = await app.ask(first, contract.readProgrammeSettings)
    expect(programmes).toHaveLength(10)
    for (const { rules, desks, practiceModelId } of programmes) {
      expect(rules.length).toBeGreaterThan(0)
      expect(practiceModelId).not.toBeNull()
      expect(desks.map(({ members }) => members.map(({ id }) => id))).toEqual([[first.id]])
    }
    const answering = programmes.filter(({ desks }) => desks[0]?.answersForAgency)
    expect(answering.map(({ confidential }) => confidential)).toEqual([false])
    const [programme] = programmes
    const received = await app.send(first, contract.receiveRequest, {
      input: {
        id: newId(),
        deskId: programme?.desks[0]?.id ?? '',
        source: 'self',
        presentingProblem: 'x',
        about: { kind: 'nobody' },
      },
    })
    expect(received.status).toBe(200)
  })

  test('lets its first administrator in only while nobody else works there', async () => {
    const first = await begin()
    await asWorker(first, insertDefaultProgrammes)
    await makeWorker(app, first.agencyId, 'Second', ['caseworker'])
    await expect(asWorker(first, joinFirstDesks)).rejects.toThrow('not_for_oneself')
  })

  test('has a rule for every programme it begins with', async () => {
    const taxonomy = join(import.meta.dirname, '../../../content/taxonomy')
    const json = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(join(taxonomy, name), 'utf8'))
    const codes = programmeList.parse(await json('programmes.json')).map(({ code }) => code)
    expect(Object.keys((await json('programme-rules.json')) as object).toSorted()).toEqual(
      codes.toSorted(),
    )
  })
})
