import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/assessment/contract.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

let test_: TestApp
let agency: TestAgency

beforeAll(async () => {
  test_ = await startTestApp()
  agency = await makeAgency(test_)
})
afterAll(() => test_.close())

const phq9 = join(import.meta.dirname, '../../../content/instruments/phq-9.json')
const question = { linkId: 'q1', type: 'boolean', text: 'Do you sleep through?' }
const sleep = {
  resourceType: 'Questionnaire',
  status: 'active',
  name: 'SleepCheck',
  title: 'Sleep check',
  version: '1',
  item: [question],
}

function importFile(body: string | Buffer | object, worker = agency.administrator, id = newId()) {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const file = { bytes, contentType: 'application/fhir+json' }
  return test_.send(worker, contract.importInstrument, { query: { id }, file })
}

test('An administrator imports PHQ-9, and every worker finds it with its questions and scoring', async () => {
  const imported = await importFile(await readFile(phq9))
  expect(imported.status).toBe(200)
  expect(imported.body).toMatchObject({
    code: 'phq-9',
    dataGroup: 'health',
    current: true,
    scored: true,
    translation: { fa: 'unvalidated' },
    alreadyThere: false,
  })
  const { instruments } = await test_.ask(agency.caseworker, contract.listInstruments)
  expect(instruments.map(({ code }) => code)).toEqual(['phq-9'])
  const read = await test_.ask(agency.caseworker, contract.readInstrument, {
    params: { instrumentId: imported.body.id },
  })
  expect(read.questionnaire).toMatchObject({ resourceType: 'Questionnaire' })
  expect(read.scoring).toMatchObject({ scales: [{ id: 'total' }] })
})

test('The same edition again changes nothing; another text under its name is refused; the next edition is welcome', async () => {
  const first = await importFile(sleep)
  const again = await importFile(sleep)
  expect(again.body).toMatchObject({ id: first.body.id, alreadyThere: true })

  const changed = { ...sleep, item: [{ ...question, text: 'Do you sleep well?' }] }
  const refused = await importFile(changed)
  expect(refused.status).toBe(409)
  expect(refused.error).toMatchObject({
    code: 'instrument_edition_published',
    facts: { code: 'sleep-check', edition: '1' },
  })

  const next = await importFile({ ...changed, version: '2' })
  expect(next.status).toBe(200)
  const { instruments } = await test_.ask(agency.caseworker, contract.listInstruments)
  const editions = instruments.filter(({ code }) => code === 'sleep-check')
  expect(editions.map(({ edition, current }) => [edition, current])).toEqual([
    ['2', true],
    ['1', false],
  ])
})

test('Nobody can change a published edition, not even by hand in the worker’s own role', async () => {
  const { body } = await importFile({ ...sleep, name: 'Kept' })
  const client = await test_.owner.connect()
  try {
    await client.query('begin')
    await client.query('set local role peyvand_staff')
    await client.query(`select set_config('app.user_id', $1, true)`, [agency.administrator.id])
    await expect(
      client.query(`update instrument set questionnaire = '{}' where id = $1`, [body.id]),
    ).rejects.toThrow(/permission denied/)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('A file with faults imports nothing and lists every fault with its place', async () => {
  const before = await test_.ask(agency.caseworker, contract.listInstruments)
  const faulty = {
    ...sleep,
    name: 'Faulty',
    item: [
      question,
      { linkId: 'q1', type: 'choice', text: 'Twice the same name, and no options' },
      { linkId: 'q3', type: 'colour', text: 'No such kind' },
    ],
  }
  const refused = await importFile(faulty)
  expect(refused.status).toBe(422)
  expect(refused.error?.code).toBe('import_has_errors')
  const errors = refused.error?.facts?.['errors']
  expect(errors).toHaveLength(3)
  expect(errors).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ path: 'item[1].linkId', code: 'duplicate_link_id' }),
      expect.objectContaining({ path: 'item[1].answerOption', code: 'no_answer_option' }),
      expect.objectContaining({ path: 'item[2].type', code: 'unknown_item_type' }),
    ]),
  )
  expect(await test_.ask(agency.caseworker, contract.listInstruments)).toEqual(before)
})

test.each([
  ['JSON with a missing comma', '{"resourceType":"Questionnaire" "status":"active"}', 'not_json'],
  ['letters in another encoding', Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]), 'not_utf8'],
  ['a patient instead of a questionnaire', '{"resourceType":"Patient"}', 'not_a_questionnaire'],
])('A file with %s is refused with what is wrong', async (_what, body, code) => {
  const refused = await importFile(body)
  expect(refused.status).toBe(422)
  expect(refused.error?.facts?.['errors']).toEqual([expect.objectContaining({ code })])
})

test('A byte order mark at the beginning is no fault', async () => {
  const { status } = await importFile(`\ufeff${JSON.stringify({ ...sleep, name: 'WithMark' })}`)
  expect(status).toBe(200)
})

test('A file of more than five megabytes is refused before it is read', async () => {
  const refused = await importFile(Buffer.alloc(5_100_000, 0x20))
  expect(refused.error?.code).toBe('file_too_large')
})

test('Only an administrator imports, and only into the own agency', async () => {
  expect((await importFile(sleep, agency.caseworker)).error?.code).toBe('role_not_allowed')
  const elsewhere = await makeAgency(test_, 'Another agency')
  const { instruments } = await test_.ask(elsewhere.caseworker, contract.listInstruments)
  expect(instruments).toEqual([])
})

test('An edition taken out of use is offered to nobody and can come back', async () => {
  const { body } = await importFile({ ...sleep, name: 'Seldom' })
  const params = { instrumentId: body.id }
  const retired = await test_.ask(agency.administrator, contract.retireInstrument, {
    params,
    input: { version: body.version, retired: true },
  })
  expect(retired).toMatchObject({ current: false, retiredAt: test_.clock.now })
  const stale = await test_.send(agency.administrator, contract.retireInstrument, {
    params,
    input: { version: body.version, retired: false },
  })
  expect(stale.error?.code).toBe('stale_version')
  const back = await test_.ask(agency.administrator, contract.retireInstrument, {
    params,
    input: { version: retired.version, retired: false },
  })
  expect(back).toMatchObject({ current: true, retiredAt: null })
})
