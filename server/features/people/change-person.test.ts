import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { readWhoLooked } from '@peyvand/domain/cases/contract.ts'
import * as contract from '@peyvand/domain/people/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import type { TestCase } from '../../testing/open-test-case.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let app: TestApp
let agency: TestAgency
let opened: TestCase
let params: { personId: string }

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  opened = await openTestCase(app, agency)
  params = { personId: opened.clientId }
})
afterAll(() => app.close())

type Card = AnswerOf<typeof contract.readPerson>

function detailsOf({ id: _id, version: _version, mayChange: _may, ...details }: Card) {
  return { ...details, nationalIdMissing: details.nationalIdMissing || 'not at hand' }
}

test('the card is completed: numbers as people type them, an address, how to reach her safely', async () => {
  const before = await app.ask(agency.caseworker, contract.readPerson, { params })
  const [phoneId, addressId] = [newId(), newId()]
  const card = await app.ask(agency.caseworker, contract.changePerson, {
    params,
    input: {
      version: before.version,
      details: {
        ...detailsOf(before),
        otherNames: ['Reyhaneh Moradian'],
        nationalId: '۰۰۱۲۳۴۵۶۷۹',
        phones: [{ id: phoneId, number: '۰۹۱۲۱۲۳۴۵۶۷', label: 'برادرش', safeToCall: false }],
        address: { id: addressId, lines: 'کوچهٔ یاس، پلاک ۵', area: 'شوش', postalCode: '' },
        languages: ['fa', 'ckb'],
        literacy: 'some',
      },
    },
  })
  expect(card).toMatchObject({
    version: before.version + 1,
    mayChange: true,
    nationalId: '0012345679',
    nationalIdMissing: '',
    phones: [{ id: phoneId, number: '+989121234567', label: 'برادرش', safeToCall: false }],
    address: { id: addressId, area: 'شوش' },
    languages: ['fa', 'ckb'],
  })
})

test('a number that is left out is ended, a new address ends the former one, and both are kept', async () => {
  const before = await app.ask(agency.caseworker, contract.readPerson, { params })
  const card = await app.ask(agency.caseworker, contract.changePerson, {
    params,
    input: {
      version: before.version,
      details: {
        ...detailsOf(before),
        phones: [],
        address: { id: newId(), lines: 'خیابان بهار ۱۲', area: 'مولوی', postalCode: '' },
      },
    },
  })
  expect(card.phones).toEqual([])
  expect(card.address?.area).toBe('مولوی')
  const kept = await app.owner.query(
    `select (select count(*)::int from phone_number where person_id = $1 and ended_at is not null) as phones,
      (select count(*)::int from address where person_id = $1 and until = '2026-11-21') as addresses`,
    [opened.clientId],
  )
  expect(kept.rows).toEqual([{ phones: 1, addresses: 1 }])
})

test('an older sight of the card is refused with the present one', async () => {
  const before = await app.ask(agency.caseworker, contract.readPerson, { params })
  const answer = await app.send(agency.caseworker, contract.changePerson, {
    params,
    input: { version: before.version - 1, details: detailsOf(before) },
  })
  expect([answer.status, answer.error?.code]).toEqual([409, 'stale_version'])
  expect(answer.error?.facts?.current).toMatchObject({ version: before.version })
})

test('eight corrections at once: one is kept, seven are shown the other', async () => {
  const before = await app.ask(agency.caseworker, contract.readPerson, { params })
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      app.send(agency.caseworker, contract.changePerson, {
        params,
        input: {
          version: before.version,
          details: {
            ...detailsOf(before),
            phones: [{ id: newId(), number: `0912123456${n}` }],
          },
        },
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ error }) => error?.code === 'stale_version')).toHaveLength(7)
  const after = await app.ask(agency.caseworker, contract.readPerson, { params })
  expect(after.phones).toHaveLength(1)
})

test('a repeat of a correction changes nothing more', async () => {
  const before = await app.ask(agency.caseworker, contract.readPerson, { params })
  const sent = {
    params,
    commandId: newId(),
    input: { version: before.version, details: { ...detailsOf(before), disability: 'کم‌شنوا' } },
  }
  const first = await app.ask(agency.caseworker, contract.changePerson, sent)
  expect(await app.ask(agency.caseworker, contract.changePerson, sent)).toEqual(first)
  const after = await app.ask(agency.caseworker, contract.readPerson, { params })
  expect(after.version).toBe(before.version + 1)
})

test.each<[string, object, string]>([
  ['a national ID that cannot be right', { nationalId: '1234567890' }, 'national_id_wrong'],
  [
    'no national ID and no reason',
    { nationalId: '', nationalIdMissing: '' },
    'national_id_reason_missing',
  ],
  [
    'a phone number that is none',
    { phones: [{ id: newId(), number: '12' }] },
    'phone_number_wrong',
  ],
  ['a birth date to come', { bornOn: '2027-01-01', bornPrecision: 'day' }, 'day_in_future'],
  ['a death before the birth', { diedOn: '1990-01-01' }, 'died_before_birth'],
])('%s is refused', async (_what, change, code) => {
  const before = await app.ask(agency.caseworker, contract.readPerson, { params })
  const answer = await app.send(agency.caseworker, contract.changePerson, {
    params,
    input: { version: before.version, details: { ...detailsOf(before), ...change } },
  })
  expect([answer.status, answer.error?.code]).toEqual([422, code])
})

test('whoever reads or changes a card leaves a mark on every own case that shows the person', async () => {
  const own = await openTestCase(app, agency)
  const of = { personId: own.childId }
  const before = await app.ask(agency.caseworker, contract.readPerson, { params: of })
  await app.ask(agency.caseworker, contract.changePerson, {
    params: of,
    input: { version: before.version, details: detailsOf(before) },
  })
  const { looks } = await app.ask(agency.supervisor, readWhoLooked, {
    params: { caseId: own.caseId },
    query: {},
  })
  expect(looks.map(({ verb }) => verb)).toEqual(['changePerson', 'readPerson'])
})

describe('who may see and change a card', () => {
  test('another team and another agency find nobody', async () => {
    const elsewhere = await makeAgency(app, 'Elsewhere')
    const before = await app.ask(agency.caseworker, contract.readPerson, { params })
    const input = { version: before.version, details: detailsOf(before) }
    for (const worker of [agency.otherCaseworker, agency.administrator, elsewhere.caseworker]) {
      const read = await app.send(worker, contract.readPerson, { params })
      const write = await app.send(worker, contract.changePerson, { params, input })
      expect([read.status, write.status]).toEqual([404, 404])
    }
  })

  test('a member of the team who may only read is told so', async () => {
    await app.owner.query(
      `insert into team_member (id, case_id, worker_id, role, groups, may_write, since, created_by)
       values (gen_random_uuid(), $1, $2, 'teacher', '{core,school}', false, '2026-10-01', $2)`,
      [opened.caseId, agency.otherSupervisor.id],
    )
    await app.owner.query('select derive_access($1, $2)', [
      opened.caseId,
      agency.otherSupervisor.id,
    ])
    const card = await app.ask(agency.otherSupervisor, contract.readPerson, { params })
    expect(card.mayChange).toBe(false)
    const answer = await app.send(agency.otherSupervisor, contract.changePerson, {
      params,
      input: { version: card.version, details: detailsOf(card) },
    })
    expect([answer.status, answer.error?.code]).toEqual([403, 'may_not_write'])
  })
})
