import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../testing/template-database.ts'
import type { TestDatabase } from '../../testing/template-database.ts'
import { listPendingMigrations, migrate } from './migrate.ts'

let folder: string
let database: TestDatabase
const quiet = { log: () => undefined }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peyvand-migrations-'))
  await writeFile(
    join(folder, '0001_first.sql'),
    'create schema app; create table app.note (id int primary key);',
  )
  database = await emptyDatabase()
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

test('an empty database is brought up to date once, even when four begin together', async () => {
  const ran = await Promise.all(
    [1, 2, 3, 4].map(() => migrate(database.ownerUrl, { ...quiet, folder })),
  )
  expect(ran.flat()).toEqual(['0001_first.sql'])
  expect((await listPendingMigrations(database.ownerUrl, folder)).pending).toEqual([])
  const owner = await query(
    database.ownerUrl,
    `select tableowner from pg_tables where schemaname = 'app'`,
  )
  expect(owner).toEqual([{ tableowner: 'peyvand_owner' }])
})

test('a migration that fails leaves nothing behind and says which line', async () => {
  await writeFile(join(folder, '0002_bad.sql'), 'create table app.half (id int);\nselect wrong;\n')
  await expect(migrate(database.ownerUrl, { ...quiet, folder })).rejects.toThrow(
    /0002_bad\.sql, line 2: .*wrong/,
  )
  expect(await query(database.ownerUrl, `select to_regclass('app.half') as half`)).toEqual([
    { half: null },
  ])
  await rm(join(folder, '0002_bad.sql'))
})

test('a migration changed after it ran is refused', async () => {
  await writeFile(join(folder, '0001_first.sql'), 'create schema app;')
  await expect(migrate(database.ownerUrl, { ...quiet, folder })).rejects.toThrow(
    /0001_first\.sql was changed/,
  )
})

test('a database of a newer version is refused', async () => {
  await rm(join(folder, '0001_first.sql'))
  await expect(migrate(database.ownerUrl, { ...quiet, folder })).rejects.toThrow(
    /0001_first\.sql, which this version of Peyvand does not know/,
  )
})

test('the web login may become staff but never the job runner, the owner or the archive', async () => {
  const become = (role: string) => query(database.webUrl, `set role ${role}`)
  for (const role of ['staff', 'partner', 'client', 'report', 'auth']) {
    await expect(become(`peyvand_${role}`)).resolves.toEqual([])
  }
  for (const role of ['owner', 'jobs', 'definer', 'archive', 'worker']) {
    await expect(become(`peyvand_${role}`)).rejects.toThrow(/permission denied to set role/)
  }
})

test('the worker login may become the job runner alone', async () => {
  const become = (role: string) => query(database.workerUrl, `set role ${role}`)
  await expect(become('peyvand_jobs')).resolves.toEqual([])
  for (const role of ['staff', 'partner', 'client', 'report', 'auth', 'owner', 'archive']) {
    await expect(become(`peyvand_${role}`)).rejects.toThrow(/permission denied to set role/)
  }
})

test('both logins own nothing and cannot pass row security', async () => {
  const rows = await query(
    database.ownerUrl,
    `select rolname from pg_roles
      where rolname like 'peyvand\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  )
  expect(rows).toEqual([])
})
