import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadKeys } from '../keys.ts'
import type { Keys } from '../keys.ts'
import { startEmbeddedDatabase } from './embedded-database.ts'
import { isAlive } from './is-alive.ts'
import { readPostmasterFile } from './postmaster-file.ts'

let folder: string
let keys: Keys
const said: string[] = []
const start = () => startEmbeddedDatabase(folder, keys, (line) => said.push(line))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peyvand-data-'))
  keys = await loadKeys(join(folder, 'keys.json'))
})
afterAll(() => rm(folder, { recursive: true }))

async function postmasterPid(): Promise<number> {
  const postmaster = await readPostmasterFile(join(folder, 'postgres', 'cluster'))
  if (!postmaster) throw new Error('PostgreSQL does not run')
  return postmaster.pid
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function askUntilItAnswers(url: string, sql: string): Promise<pg.QueryResultRow[]> {
  for (;;) {
    try {
      return await ask(url, sql)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

test('Persian text is kept and compared as Persian', async () => {
  const database = await start()
  const [row] = await ask<{ encoding: string; upper: string }>(
    database.ownerUrl,
    `select current_setting('server_encoding') as encoding, upper('é پیوند') as upper`,
  )
  expect(row).toEqual({ encoding: 'UTF8', upper: 'É پیوند' })
  await database.stop()
})

test('when PostgreSQL is killed under writing it comes back with every acknowledged row', async () => {
  const database = await start()
  await ask(database.ownerUrl, 'create table written (n int primary key)')
  const writer = new pg.Client({ connectionString: database.ownerUrl })
  writer.on('error', () => undefined)
  await writer.connect()
  const pid = await postmasterPid()
  const acknowledged: number[] = []
  try {
    for (let n = 0; ; n++) {
      await writer.query('insert into written values ($1)', [n])
      acknowledged.push(n)
      if (n === 200) process.kill(pid, 'SIGKILL')
    }
  } catch {
    expect(acknowledged.length).toBeGreaterThan(200)
  }
  const rows = await askUntilItAnswers(database.ownerUrl, 'select n from written order by n')
  expect(rows.map(({ n }) => n as number)).toEqual(expect.arrayContaining(acknowledged))
  expect(await postmasterPid()).not.toBe(pid)
  expect(said).toContain('The database ended by itself: starting it again')
  await database.stop()
})

test('the PostgreSQL of a killed server is ended in order and started anew at the same port', async () => {
  const module = (name: string) => new URL(name, import.meta.url).href
  const program = `
    const { startEmbeddedDatabase } = await import('${module('./embedded-database.ts')}')
    const { loadKeys } = await import('${module('../keys.ts')}')
    const keys = await loadKeys(process.argv[1] + '/keys.json')
    const { ownerUrl } = await startEmbeddedDatabase(process.argv[1], keys, () => undefined)
    process.stdout.write(ownerUrl)`
  const server = spawn(process.execPath, ['--input-type=module', '-e', program, folder])
  const [url] = (await once(server.stdout, 'data')) as [Buffer]
  const orphan = await postmasterPid()
  server.kill('SIGKILL')
  await once(server, 'exit')
  expect(isAlive(orphan)).toBe(true)

  const database = await start()
  expect(isAlive(orphan)).toBe(false)
  expect(database.ownerUrl).toBe(url.toString())
  expect(await ask(database.ownerUrl, 'select count(*)::int as n from written')).toHaveLength(1)
  await database.stop()
})

test('a process number left behind, since given to another program, does not stop the start', async () => {
  const file = join(folder, 'postgres', 'cluster', 'postmaster.pid')
  await writeFile(
    file,
    `${process.pid}\n${join(folder, 'postgres', 'cluster')}\n0\n1\n\n127.0.0.1\n`,
  )
  const database = await start()
  expect(isAlive(process.pid)).toBe(true)
  await database.stop()
})

test('a log of the database quotes nothing people wrote', async () => {
  const database = await start()
  await expect(ask(database.ownerUrl, `select 'Zahra told us'::int`)).rejects.toThrow()
  await database.stop()
  const log = await readFile(join(folder, 'postgres.log'), 'utf8')
  expect(log).toContain('ready to accept connections')
  expect(log).not.toContain('Zahra')
})
