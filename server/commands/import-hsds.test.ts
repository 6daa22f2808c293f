import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importErrorCodes } from '@peyvand/domain/directory/import-problem.ts'
import { readDirectory } from '../features/directory/import-directory.ts'
import { readFolder } from '../features/directory/read-folder.ts'
import { makeAgency, makeWorker } from '../testing/make-agency.ts'
import type { TestAgency } from '../testing/make-agency.ts'
import { copyDatabase } from '../testing/template-database.ts'
import type { TestDatabase } from '../testing/template-database.ts'
import { describeImportError } from './describe-import-error.ts'
import { importHsds } from './import-hsds.ts'

const ohana = fileURLToPath(new URL('../testing/fixtures/hsds/ohana/', import.meta.url))
const now = '2026-11-21T08:30:00.000Z'
let database: TestDatabase
let owner: pg.Pool
let agency: TestAgency
let folder: string

beforeAll(async () => {
  database = await copyDatabase()
  owner = new pg.Pool({
    connectionString: database.ownerUrl,
    max: 2,
    options: '-c search_path=app,public',
  })
  agency = await makeAgency({ owner })
  folder = await mkdtemp(join(tmpdir(), 'hsds-'))
})
afterAll(async () => {
  await owner.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

const filesIn = async (path: string) => {
  const read = await readFolder(path)
  if ('error' in read) throw new Error(read.error.code)
  return read.files
}
const given = async (source: string) => ({ source, language: 'en', files: await filesIn(ohana) })
const told = { licence: 'BSD-3-Clause', language: 'en' }

test('the operator imports a folder in the name of the agency’s administrator', async () => {
  const { changes } = await importHsds(database, await given('county'), told, now)
  expect(changes['services']).toMatchObject({ added: 23 })
  const { rows } = await owner.query(
    `select steward_agency_id, imported_by, attribution, licence from directory_import`,
  )
  expect(rows).toEqual([
    {
      steward_agency_id: agency.id,
      imported_by: agency.administrator.id,
      attribution: 'county',
      licence: 'BSD-3-Clause',
    },
  ])
  const audit = await owner.query(`select user_id from audit where verb = 'importDirectory'`)
  expect(audit.rows).toEqual([{ user_id: agency.administrator.id }])
})

test('a check says what would change and leaves everything as it was', async () => {
  const { changes } = await importHsds(
    database,
    await given('other'),
    { ...told, check: true },
    now,
  )
  expect(changes['services']).toMatchObject({ added: 23 })
  const { rows } = await owner.query(`select from service where source = 'other'`)
  expect(rows).toEqual([])
})

test('where an agency has two administrators, it must be said who imports', async () => {
  await makeWorker({ owner }, agency.id, 'Sara Naderi', ['administrator'])
  await expect(importHsds(database, await given('county'), told, now)).rejects.toThrow(/--as/)
  const { changes } = await importHsds(
    database,
    await given('county'),
    { ...told, as: agency.administrator.id },
    now,
  )
  expect(changes['services']).toMatchObject({ added: 0, same: 23 })
})

const encodings = [
  ['UTF-16', Buffer.from('\uFEFFid,name\n1,خانهٔ مهر', 'utf16le'), 'encoding_utf16'],
  [
    'Windows-1256',
    Buffer.from([...Buffer.from('id,name\n1,'), 0xce, 0xc7, 0xe4, 0xe5, 0x20, 0xe3, 0xe5, 0xd1]),
    'encoding_windows_1256',
  ],
] as const

test.each(encodings)('a file in %s is named as such', async (_name, bytes, code) => {
  await writeFile(join(folder, 'organizations.csv'), bytes)
  const reading = readDirectory({ source: 'x', language: 'fa', files: await filesIn(folder) })
  expect(reading.ok ? [] : reading.errors).toMatchObject([{ file: 'organizations.csv', code }])
})

test('a file of 100 MB is refused before it is read', async () => {
  const path = join(folder, 'services.csv')
  await writeFile(path, Buffer.alloc(100_000_000, 'x'))
  expect(await readFolder(folder)).toMatchObject({
    error: { file: 'services.csv', code: 'file_too_large', detail: { most: 80_000_000 } },
  })
  await rm(path)
})

test('a folder that is not there is told by its name', async () => {
  await expect(readFolder(join(folder, 'nowhere'))).rejects.toThrow(/no file or folder .*nowhere/)
})

test('every error has its sentence', () => {
  for (const code of importErrorCodes) {
    const error = { file: 'services.csv', row: 3, column: 'name', code, detail: {} }
    expect(describeImportError(error)).toMatch(/^services\.csv, line 3, name: .+\.$/)
  }
})
