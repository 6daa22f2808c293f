import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAgency } from '../../testing/make-agency.ts'
import { openTestCase } from '../../testing/open-test-case.ts'
import {
  findInstalledPostgres,
  startInstalledPostgres,
} from '../../testing/start-installed-postgres.ts'
import type { InstalledServer } from '../../testing/start-installed-postgres.ts'
import { copyDatabase, emptyDatabase } from '../../testing/template-database.ts'
import type { TestDatabase } from '../../testing/template-database.ts'
import { migrate } from '../db/migrate.ts'
import { loadKeys } from '../keys.ts'
import type { ArchivedKeys, Keys } from '../keys.ts'
import { backUp } from './back-up.ts'
import { copyOut } from './copy-out.ts'
import { listTables } from './list-tables.ts'
import { restore } from './restore.ts'
import { openSteadySession } from './steady-session.ts'

const passphrase = 'چهار اسب زیر باران'
const quiet = () => undefined
let folder: string
let keys: Keys
let source: TestDatabase
let archive: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peyvand-archive-'))
  keys = await loadKeys(join(folder, 'keys.json'))
  source = await copyDatabase()
  await fill(source.ownerUrl)
  archive = join(folder, 'whole.peyvand')
  await backUp({ ownerUrl: source.ownerUrl, keys, file: archive, passphrase })
})
afterAll(async () => {
  await source.drop()
  await rm(folder, { recursive: true })
})

let restoredKeys: ArchivedKeys | undefined
const bringBack = (ownerUrl: string, file = archive, words = passphrase) =>
  restore({
    ownerUrl,
    file,
    passphrase: words,
    log: quiet,
    keepKeys: async (found) => {
      restoredKeys = found
    },
  })

/** An agency with a case, and words that are hard to write down. */
async function fill(ownerUrl: string): Promise<void> {
  const owner = new pg.Pool({
    connectionString: ownerUrl,
    max: 2,
    options: '-c search_path=app,public',
  })
  const agency = await makeAgency({ owner })
  await openTestCase({ owner }, agency)
  const hard = 'tab\there, line\nthere, back\\slash, \\N, \\., می‌نویسد, 👩‍👧, "quote", \u0001'
  await owner.query('update worker set title = $1 where id = $2', [hard, agency.caseworker.id])
  await owner.query('update worker set phone = $1 where id = $2', ['۰۲۱', agency.caseworker.id])
  await owner.query(`select enqueue('tell-partner', '{"id": "x"}', 'once')`)
  await owner.end()
}

/** Every table and its hash, the open sessions and the era of the audit aside. */
async function describeRows(ownerUrl: string): Promise<Record<string, string>> {
  const client = await openSteadySession(ownerUrl)
  const found: Record<string, string> = {}
  await client.query('begin')
  await client.query('set local role peyvand_archive')
  for (const table of await listTables(client)) {
    const hash = createHash('sha256')
    for await (const piece of copyOut(client, table)) hash.update(piece)
    found[table.table] = hash.digest('hex')
  }
  await client.query('rollback')
  await client.end()
  delete found['app.audit_era']
  return found
}

async function describeSchema(ownerUrl: string): Promise<unknown[]> {
  const client = await openSteadySession(ownerUrl)
  const found = await client.query(
    `select 'key' as kind, conrelid::regclass::text as of, conname::text as name,
            pg_get_constraintdef(oid) || convalidated as says
       from pg_constraint where contype = 'f' and connamespace = 'app'::regnamespace
     union all
     select 'trigger', tgrelid::regclass::text, tgname::text, tgenabled::text
       from pg_trigger where not tgisinternal
     union all
     select 'policy', polrelid::regclass::text, polname::text, pg_get_expr(polqual, polrelid)
       from pg_policy
     union all
     select 'row security', oid::regclass::text, '', relforcerowsecurity::text || relrowsecurity
       from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'
     order by 1, 2, 3`,
  )
  await client.end()
  return found.rows
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const [made] = await query<{ agency: string | null }>(
    ownerUrl,
    `select to_regclass('app.agency')::text as agency`,
  )
  if (!made?.agency) return true
  return (await query(ownerUrl, 'select from app.agency')).length === 0
}

test('an archive brings back every row, rule and waiting job as it was', async () => {
  const target = await emptyDatabase()
  await bringBack(target.ownerUrl)
  expect(await describeRows(target.ownerUrl)).toEqual(await describeRows(source.ownerUrl))
  expect(await describeSchema(target.ownerUrl)).toEqual(await describeSchema(source.ownerUrl))
  expect(restoredKeys).toEqual({
    audit: keys.audit,
    secrets: keys.secrets,
    sessions: keys.sessions,
    drafts: keys.drafts,
  })
  const jobs = await query(target.ownerUrl, 'select task_identifier, key from graphile_worker.jobs')
  expect(jobs).toEqual([{ task_identifier: 'tell-partner', key: 'once' }])
  await target.drop()
})

test('what is written after a restore continues the numbers of before', async () => {
  const target = await emptyDatabase()
  await bringBack(target.ownerUrl)
  const [before] = await query<{ last: number }>(
    target.ownerUrl,
    'select max(id)::int as last from app.history',
  )
  await query(target.ownerUrl, `update app.worker set phone = '1'`)
  const [after] = await query<{ last: number }>(
    target.ownerUrl,
    'select min(id)::int as last from app.history where id > ' + String(before?.last),
  )
  expect(after?.last).toBe((before?.last ?? 0) + 1)
  await target.drop()
})

test('a server that was started but not set up takes an archive in', async () => {
  const target = await copyDatabase()
  await bringBack(target.ownerUrl)
  expect(await describeRows(target.ownerUrl)).toEqual(await describeRows(source.ownerUrl))
  await target.drop()
})

test('a database in use is never written over', async () => {
  const before = await describeRows(source.ownerUrl)
  await expect(bringBack(source.ownerUrl)).rejects.toThrow(/in use already/)
  expect(await describeRows(source.ownerUrl)).toEqual(before)
})

test('nothing is restored under a working server', async () => {
  const target = await copyDatabase()
  const server = new pg.Client({ connectionString: target.webUrl })
  await server.connect()
  await expect(bringBack(target.ownerUrl)).rejects.toThrow(/A server works on this database/)
  await server.end()
  await target.drop()
})

describe('an archive that is not whole changes nothing and says why', () => {
  const changed = async (change: (bytes: Buffer) => Buffer) => {
    const file = join(folder, `${randomUUID()}.peyvand`)
    await writeFile(file, change(await readFile(archive)))
    return file
  }
  const damages: [string, () => Promise<string>, string, RegExp][] = [
    ['opened with a wrong passphrase', async () => archive, 'چهار اسب زیر برف', /passphrase/],
    [
      'cut off',
      () => changed((bytes) => bytes.subarray(0, bytes.length - 40)),
      passphrase,
      /cut off|damaged/,
    ],
    [
      'with one bit flipped',
      () =>
        changed((bytes) => {
          bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 4, bytes.length >> 1)
          return bytes
        }),
      passphrase,
      /damaged/,
    ],
    ['that is another file', () => changed(() => randomBytes(5000)), passphrase, /not an archive/],
    ['that is empty', () => changed(() => Buffer.alloc(0)), passphrase, /not an archive/],
  ]
  test.each(damages)('%s', async (_what, make, words, sentence) => {
    const target = await emptyDatabase()
    await expect(bringBack(target.ownerUrl, await make(), words)).rejects.toThrow(sentence)
    expect(await isEmpty(target.ownerUrl)).toBe(true)
    await target.drop()
  })
})

test('a backup is one moment of the database, though people go on writing', async () => {
  const database = await copyDatabase()
  await fill(database.ownerUrl)
  const before = await describeRows(database.ownerUrl)
  const file = join(folder, 'moment.peyvand')
  let wrote: Promise<unknown> | undefined
  await backUp({
    ownerUrl: database.ownerUrl,
    keys,
    file,
    passphrase,
    onProgress: () => {
      wrote ??= query(database.ownerUrl, `update app.worker set phone = 'later'`)
    },
  })
  await wrote
  expect(await describeRows(database.ownerUrl)).not.toEqual(before)
  const target = await emptyDatabase()
  await bringBack(target.ownerUrl, file)
  expect(await describeRows(target.ownerUrl)).toEqual(before)
  await database.drop()
  await target.drop()
})

test('a backup never writes over a file, and one that fails leaves none', async () => {
  await expect(
    backUp({ ownerUrl: source.ownerUrl, keys, file: archive, passphrase }),
  ).rejects.toThrow(/exists already/)
  const unmigrated = await emptyDatabase()
  const file = join(folder, 'never.peyvand')
  await expect(backUp({ ownerUrl: unmigrated.ownerUrl, keys, file, passphrase })).rejects.toThrow()
  expect((await readdir(folder)).filter((name) => name.startsWith('never'))).toEqual([])
  await unmigrated.drop()
})

describe.each(findInstalledPostgres())(
  'with the server of %s, whose owner is no superuser',
  (bin) => {
    let server: InstalledServer
    beforeAll(async () => {
      server = await startInstalledPostgres(bin)
    })
    afterAll(() => server.stop())

    test('the embedded database moves there and back without losing a row', async () => {
      const there = await server.newDatabase()
      await bringBack(there)
      expect(await describeRows(there)).toEqual(await describeRows(source.ownerUrl))

      const file = join(folder, `${randomUUID()}.peyvand`)
      await backUp({ ownerUrl: there, keys, file, passphrase })
      const back = await emptyDatabase()
      await bringBack(back.ownerUrl, file)
      expect(await describeRows(back.ownerUrl)).toEqual(await describeRows(source.ownerUrl))
      await back.drop()
    })

    test('two databases there share their roles', async () => {
      const [one, other] = await Promise.all([server.newDatabase(), server.newDatabase()])
      const names = await Promise.all([
        migrate(one, { log: quiet }),
        migrate(other, { log: quiet }),
      ])
      expect(names[0]).toEqual(names[1])
      expect(names[0]?.length).toBeGreaterThan(0)
    })
  },
)
