import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '@peyvand/domain/directory/contract.ts'
import { directoryLimits } from '@peyvand/domain/directory/limits.ts'
import { makeAgency } from '../../testing/make-agency.ts'
import type { TestAgency } from '../../testing/make-agency.ts'
import { startTestApp } from '../../testing/test-app.ts'
import type { TestApp } from '../../testing/test-app.ts'

type File = { name: string; text: string }

const folder = fileURLToPath(new URL('../../testing/fixtures/hsds/', import.meta.url))
let app: TestApp
let agency: TestAgency
let ohana: File[]
let tabular: File[]

beforeAll(async () => {
  app = await startTestApp()
  agency = await makeAgency(app)
  ohana = await filesIn('ohana')
  tabular = await filesIn('tabular')
})
afterAll(() => app.close())

async function filesIn(name: string, only = /\.(csv|json)$/): Promise<File[]> {
  const names = (await readdir(folder + name)).filter((file) => only.test(file))
  return await Promise.all(
    names.map(async (file) => ({
      name: file,
      text: await readFile(`${folder}${name}/${file}`, 'utf8'),
    })),
  )
}

const about = {
  language: 'en',
  licence: 'BSD-3-Clause',
  attribution: 'Code for America',
}
const importFiles = (files: File[], source: string = newId(), commandId: string = newId()) =>
  app.send(agency.administrator, contract.importDirectory, {
    input: { id: newId(), source, files, ...about },
    commandId,
  })
const check = (files: File[], source: string = newId()) =>
  app.ask(agency.administrator, contract.checkDirectory, {
    input: { source, files, language: 'en' },
  })
const countRows = async (table: string, source: string, where = 'true') => {
  const { rows } = await app.owner.query<{ n: number }>(
    `select count(*)::int as n from ${table} where source = $1 and ${where}`,
    [source],
  )
  return rows[0]?.n
}
/** Counts records of a CSV file without any parser of CSV: a new line inside quotes is no record. */
const recordsIn = (files: File[], name: string) => {
  const text = files.find((file) => file.name === name)?.text.trim() ?? ''
  const outsideQuotes = text.split('"').filter((_, index) => index % 2 === 0)
  return outsideQuotes.join('').split(/\r?\n/).length - 1
}
/** `organizations.csv` without its line `line`, or with it changed. */
const withLine = (files: File[], name: string, from: string, to: string) =>
  files.map((file) => (file.name === name ? { name, text: file.text.replace(from, to) } : file))

test('the Ohana directory is imported whole: as many rows as its files hold', async () => {
  const { status, body } = await importFiles(ohana, 'county')
  expect(status).toBe(200)
  expect(body.format).toBe('ohana')
  const whole = {
    organisation: 'organizations.csv',
    location: 'locations.csv',
    service: 'services.csv',
    directory_phone: 'phones.csv',
    directory_contact: 'contacts.csv',
    taxonomy_term: 'taxonomy.csv',
  }
  for (const [table, file] of Object.entries(whole)) {
    expect([table, await countRows(table, 'county')]).toEqual([table, recordsIn(ohana, file)])
  }
  expect(await countRows('directory_address', 'county')).toBe(
    recordsIn(ohana, 'addresses.csv') + recordsIn(ohana, 'mail_addresses.csv'),
  )
  expect(await countRows('directory_schedule', 'county')).toBe(
    recordsIn(ohana, 'regular_schedules.csv') + recordsIn(ohana, 'holiday_schedules.csv'),
  )
  expect(body.changes['services']).toEqual({ added: 23, changed: 0, same: 0, withdrawn: 0 })
})

test('tabular HSDS 3.0 is imported whole; tables we do not use are kept', async () => {
  const { status } = await importFiles(tabular, 'tabular')
  expect(status).toBe(200)
  for (const table of [
    'organisation',
    'service',
    'location',
    'service_at_location',
    'directory_address',
    'directory_contact',
    'directory_phone',
    'directory_schedule',
    'directory_language',
    'directory_accessibility',
    'service_cost',
    'service_area',
    'service_document',
    'taxonomy_term',
  ]) {
    expect([table, await countRows(table, 'tabular')]).toEqual([table, 1])
  }
  expect(await countRows('directory_kept_row', 'tabular')).toBe(7)
})

test('nested JSON of the same directory gives the same organisation, service and place', async () => {
  for (const [name, file] of [
    ['organisation', 'organization_full.json'],
    ['service', 'service_full.json'],
    ['tables', 'tabular.json'],
  ] as const) {
    const { status, body } = await importFiles(await filesIn('json', new RegExp(`^${file}$`)), name)
    expect([file, status, body.format]).toEqual([file, 200, 'hsds_json'])
    expect(await countRows('service', name)).toBe(1)
  }
  const { rows } = await app.owner.query(
    `select distinct s.name, o.name as of, s.minimum_age, p.number, d.name as place
     from service s join organisation o on o.id = s.organisation_id
     join directory_phone p on p.service_id = s.id
     join service_at_location l on l.service_id = s.id join location_detail d on d.location_id = l.location_id
     where s.source in ('organisation', 'service', 'tables', 'tabular')`,
  )
  expect(rows).toEqual([
    {
      name: 'Community Counselling',
      of: 'Example Organization Inc.',
      minimum_age: '12',
      number: '+44 1234 234567',
      place: 'MyCity Civic Center',
    },
  ])
})

test('importing the same files again changes nothing', async () => {
  await importFiles(ohana, 'again')
  const { body } = await importFiles(ohana, 'again')
  for (const [table, { added, changed, withdrawn }] of Object.entries(body.changes)) {
    expect([table, added, changed, withdrawn]).toEqual([table, 0, 0, 0])
  }
})

test('the next import brings rows up to date, and withdraws what is no longer there', async () => {
  await importFiles(ohana, 'newer')
  const newer = withLine(ohana, 'services.csv', 'Second Career Employment Program', 'Second Work')
  const shorter = newer.map((file) =>
    file.name === 'services.csv'
      ? { ...file, text: file.text.slice(0, file.text.lastIndexOf('\n23,') + 1) }
      : file,
  )
  const { body } = await importFiles(shorter, 'newer')
  expect(body.changes['services']).toEqual({ added: 0, changed: 1, same: 21, withdrawn: 1 })
  expect(body.withdrawnServices.map(({ name }) => name)).toEqual(['Example Service Name'])
  expect(await countRows('service', 'newer')).toBe(23)
  expect(await countRows('service', 'newer', 'withdrawn_at is not null')).toBe(1)
  const back = await importFiles(ohana, 'newer')
  expect(back.body.changes['services']).toEqual({ added: 0, changed: 2, same: 21, withdrawn: 0 })
  expect(await countRows('service', 'newer', 'withdrawn_at is not null')).toBe(0)
})

test('a check says what would change and changes nothing', async () => {
  const source = newId()
  const checked = await check(ohana, source)
  expect(checked).toMatchObject({ ok: true, changes: { services: { added: 23 } } })
  expect(await countRows('service', source)).toBe(0)
})

test('a file with errors imports nothing and tells every error', async () => {
  const source = newId()
  const bad = withLine(
    withLine(ohana, 'services.csv', 'active,Varies.', 'open,Varies.'),
    'regular_schedules.csv',
    'Tuesday,08:00',
    'Tuesday,28:00',
  )
  const { status, error } = await importFiles(bad, source)
  expect([status, error?.code]).toEqual([422, 'import_has_errors'])
  expect(error?.facts).toMatchObject({
    total: 2,
    errors: [
      { file: 'regular_schedules.csv', row: 3, column: 'opens_at', code: 'time_not_real' },
      { file: 'services.csv', column: 'status', code: 'value_not_allowed' },
    ],
  })
  expect(await countRows('organisation', source)).toBe(0)
  const checked = await check(bad, source)
  expect(checked).toMatchObject({ ok: false, total: 2 })
})

test.each([
  ['an empty file', 'organizations.csv', () => '', 'file_empty'],
  [
    'a quote that is never closed',
    'organizations.csv',
    (text: string) => `${text}\n9,"`,
    'csv_broken',
  ],
  [
    'a missing column',
    'services.csv',
    (text: string) => text.replace(',name,', ',title,'),
    'column_missing',
  ],
  [
    'a cell too many',
    'organizations.csv',
    (text: string) => `${text}\n9,,,,,,,,,X,,,,`,
    'cell_count_wrong',
  ],
  ['an id twice', 'organizations.csv', (text: string) => `${text}\n1,,,,,,,,,X,,,`, 'id_duplicate'],
])('%s is told', async (_what, name, spoil, code) => {
  const spoilt = ohana.map((file) => (file.name === name ? { name, text: spoil(file.text) } : file))
  const checked = await check(spoilt)
  expect(checked.ok ? [] : checked.errors.map((error) => error.code)).toContain(code)
})

test('a byte order mark, semicolons between cells and Persian digits are read', async () => {
  const files = [
    { name: 'organizations.csv', text: '\uFEFFid;name\n۱;خانهٔ مهر' },
    { name: 'services.csv', text: 'id;organization_id;name;status;minimum_age\n1;۱;غذا;active;۱۸' },
  ]
  const { status } = await importFiles(files, 'persian')
  expect(status).toBe(200)
  const { rows } = await app.owner.query(
    `select s.minimum_age, o.name from service s join organisation o on o.id = organisation_id where s.source = 'persian'`,
  )
  expect(rows).toEqual([{ minimum_age: '18', name: 'خانهٔ مهر' }])
})

test('a row that spans lines is told by the line it begins on', async () => {
  const checked = await check([
    { name: 'organizations.csv', text: 'id,name,description\n1,A,"two\nlines"\n1,B,"and\nmore"' },
    { name: 'services.csv', text: 'id,organization_id,name,status\n1,1,S,active' },
  ])
  expect(checked).toMatchObject({ ok: false, errors: [{ row: 4, code: 'id_duplicate' }] })
})

test('more than the limit is refused before it is read', async () => {
  const big = [{ name: 'services.csv', text: 'x'.repeat(directoryLimits.webBytes) }]
  const { status, error } = await importFiles(big)
  expect([status, error?.code]).toEqual([413, 'file_too_large'])
})

test('a repeated command gives the first answer and imports once', async () => {
  const sent = { id: newId(), source: 'once', files: tabular, ...about }
  const commandId = newId()
  const send = () =>
    app.send(agency.administrator, contract.importDirectory, { input: sent, commandId })
  const answers = await Promise.all(Array.from({ length: 4 }, send))
  for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
  const { rows } = await app.owner.query(
    `select count(*)::int as n from directory_import where source = 'once'`,
  )
  expect(rows).toEqual([{ n: 1 }])
})

test('eight imports of one source at once leave one of each row', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => importFiles(tabular, 'eight')))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  expect(await countRows('service', 'eight')).toBe(1)
  expect(await countRows('directory_phone', 'eight')).toBe(1)
})

test('only an administrator imports', async () => {
  const { status, error } = await app.send(agency.caseworker, contract.importDirectory, {
    input: { id: newId(), source: 'x', files: tabular, ...about },
  })
  expect([status, error?.code]).toEqual([403, 'role_not_allowed'])
})

test('licence and attribution stay with the import', async () => {
  const { imports } = await app.ask(agency.administrator, contract.listImports)
  expect(imports.find(({ source }) => source === 'county')).toMatchObject({
    ...about,
    format: 'ohana',
    changes: { services: { added: 23 } },
  })
})
