import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { embeddedUrls } from './platform/database/embedded-urls.ts'
import { findHolder } from './platform/database/hold-data-folder.ts'
import { isAlive } from './platform/database/is-alive.ts'
import { readPostmasterFile } from './platform/database/postmaster-file.ts'
import { loadKeys } from './platform/keys.ts'
import { makeAgency } from './testing/make-agency.ts'
import { openTestCase } from './testing/open-test-case.ts'
import {
  findInstalledPostgres,
  startInstalledPostgres,
} from './testing/start-installed-postgres.ts'
import type { InstalledServer } from './testing/start-installed-postgres.ts'
import { runProgram, startPeyvand } from './testing/start-peyvand.ts'
import type { Run } from './testing/start-peyvand.ts'

let home: string
const running: Run[] = []

vi.setConfig({ testTimeout: 240_000 })

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'peyvand-home-'))
  const peyvand = await startPeyvand(['--data', join(home, 'untouched')])
  peyvand.child.kill('SIGTERM')
  await peyvand.ended
})
afterAll(async () => {
  for (const { child } of running) child.kill('SIGTERM')
  await Promise.all(running.map(({ ended }) => ended))
  await rm(home, { recursive: true })
})

/** A data folder as it is after the first start, which need not be waited for again. */
async function copyData(name: string): Promise<string> {
  const data = join(home, name)
  await promisify(execFile)('cp', ['-a', join(home, 'untouched'), data])
  return data
}

async function start(data: string, ...options: string[]) {
  const run = await startPeyvand(['--data', data, ...options])
  running.push(run)
  return run
}

async function postmasterPid(data: string): Promise<number> {
  const postmaster = await readPostmasterFile(join(data, 'postgres/cluster'))
  if (!postmaster) throw new Error('PostgreSQL does not run')
  return postmaster.pid
}

async function openOwner(data: string): Promise<pg.Pool> {
  const port = Number(await readFile(join(data, 'postgres-port'), 'utf8'))
  const keys = await loadKeys(join(data, 'keys.json'))
  const owner = new pg.Pool({
    connectionString: embeddedUrls(port, keys).ownerUrl,
    max: 2,
    options: '-c search_path=app,public',
  })
  owner.on('error', () => undefined)
  owner.on('connect', (client) => client.on('error', () => undefined))
  return owner
}

type Case = { caseId: string; token: string }

async function makeCase(data: string): Promise<Case> {
  const owner = await openOwner(data)
  const agency = await makeAgency({ owner })
  const { caseId } = await openTestCase({ owner }, agency)
  await owner.end()
  return { caseId, token: agency.caseworker.token }
}

async function isHealthy(address: string): Promise<boolean> {
  return fetch(`${address}/api/health`).then(
    ({ status }) => status === 200,
    () => false,
  )
}

/** Records a problem of the client; answers its id once the server acknowledged it. */
async function write(address: string, { caseId, token }: Case): Promise<string | undefined> {
  const id = newId()
  const answer = await fetch(`${address}/api/cases/${caseId}/problems`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'command-id': newId(),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ id, level: 'family', domain: 'food', clientWords: 'نان نداریم' }),
  }).catch(() => undefined)
  return answer?.status === 200 ? id : undefined
}

async function writeUntil(address: string, open: Case, isOver: () => boolean): Promise<string[]> {
  const acknowledged: string[] = []
  while (!isOver()) {
    const id = await write(address, open)
    if (id !== undefined) acknowledged.push(id)
  }
  return acknowledged
}

async function readProblems(data: string): Promise<string[]> {
  const owner = await openOwner(data)
  const found = await owner.query<{ id: string }>('select id from problem')
  await owner.end()
  return found.rows.map(({ id }) => id)
}

test('Peyvand starts in an empty folder, tells a second start who runs, and ends in order', async () => {
  const data = join(home, 'first')
  const peyvand = await start(data)
  expect(await isHealthy(peyvand.address)).toBe(true)
  expect(peyvand.said()).toMatch(/Set-up code for the first visit: \S+/)

  const second = runProgram('start.mjs', ['--data', data, '--port', '0'])
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(
    `Peyvand already runs on ${data} at ${peyvand.address} (process ${peyvand.child.pid}).`,
  )

  const postgres = await postmasterPid(data)
  peyvand.child.kill('SIGTERM')
  expect(await peyvand.ended).toBe(0)
  expect(isAlive(postgres)).toBe(false)
  expect(await readFile(join(data, 'postgres.log'), 'utf8')).toContain(
    'database system is shut down',
  )

  const again = await start(data)
  expect(await readFile(join(data, 'postgres.log'), 'utf8')).not.toContain('not properly shut down')
  again.child.kill('SIGINT')
  expect(await again.ended).toBe(0)
})

test('stopping npm ends Peyvand in order', async () => {
  const data = await copyData('by-npm')
  const shell = spawn('sh', ['-c', `node server/start.mjs --port 0 --data ${data}; true`], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'ignore',
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  let holder = await findHolder(data)
  while (!holder?.address) {
    await new Promise((go) => setTimeout(go, 50))
    holder = await findHolder(data)
  }
  const postgres = await postmasterPid(data)
  shell.kill('SIGTERM')
  while (isAlive(holder.pid)) await new Promise((go) => setTimeout(go, 50))
  expect(isAlive(postgres)).toBe(false)
  expect(await findHolder(data)).toBeUndefined()
})

test('on the network without TLS it does not start, and says why', async () => {
  const run = runProgram('start.mjs', ['--host', '0.0.0.0', '--data', join(home, 'never')])
  expect(await run.ended).toBe(2)
  expect(run.said()).toMatch(/give --tls-cert and --tls-key, or --behind-proxy/)
})

test('a port that another program holds is named', async () => {
  const first = await start(await copyData('one'))
  const port = new URL(first.address).port
  const second = runProgram('start.mjs', ['--port', port, '--data', await copyData('two')])
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`Port ${port} is taken by another program`)
  first.child.kill('SIGTERM')
  await first.ended
})

test('killed while people write, server and database lose nothing they acknowledged', async () => {
  const data = await copyData('killed')
  const first = await start(data)
  const open = await makeCase(data)

  let isOver = false
  const writing = [1, 2, 3].map(() => writeUntil(first.address, open, () => isOver))
  while ((await readProblems(data)).length < 20) await new Promise((go) => setTimeout(go, 20))
  process.kill(await postmasterPid(data), 'SIGKILL')
  while (!first.said().includes('The database is back'))
    await new Promise((go) => setTimeout(go, 20))
  const back = (await readProblems(data)).length
  while ((await readProblems(data)).length < back + 20)
    await new Promise((go) => setTimeout(go, 20))
  first.child.kill('SIGKILL')
  await first.ended
  isOver = true
  const acknowledged = (await Promise.all(writing)).flat()
  expect(acknowledged.length).toBeGreaterThan(30)

  const second = await start(data)
  expect(await readProblems(data)).toEqual(expect.arrayContaining(acknowledged))
  expect(await write(second.address, open)).toBeDefined()
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

test('before the tables change a backup is made, and it can be restored', async () => {
  const data = await copyData('older')
  const peyvand = await start(data)
  const open = await makeCase(data)
  expect(await write(peyvand.address, open)).toBeDefined()
  const owner = await openOwner(data)
  await owner.query('drop function take_place_again')
  await owner.query(`delete from peyvand_migration.applied where name = '0108_places.sql'`)
  await owner.end()
  peyvand.child.kill('SIGTERM')
  await peyvand.ended

  const newer = await start(data)
  const backups = await readdir(join(data, 'backups'))
  expect(backups).toEqual([expect.stringMatching(/-before-0108\.peyvand$/)])
  expect(await readProblems(data)).toHaveLength(1)
  newer.child.kill('SIGTERM')
  await newer.ended

  await rename(join(data, 'postgres'), join(data, 'postgres-lost'))
  const backup = join(data, 'backups', backups[0] ?? '')
  const restore = runProgram('cli.ts', ['restore', backup, '--data', data])
  expect(await restore.ended, restore.said()).toBe(0)
  const restored = await start(data)
  expect(await readProblems(data)).toHaveLength(1)
  restored.child.kill('SIGTERM')
  await restored.ended
})

test('a working Peyvand is backed up and comes to life again in another folder', async () => {
  const [data, other] = [await copyData('source'), join(home, 'target')]
  const file = join(home, 'moved.peyvand')
  const secret = { PEYVAND_PASSPHRASE: 'چهار اسب زیر باران' }
  const peyvand = await start(data)
  const open = await makeCase(data)
  const id = await write(peyvand.address, open)
  const backup = runProgram('cli.ts', ['backup', file, '--data', data], secret)
  expect(await backup.ended, backup.said()).toBe(0)

  const refused = runProgram('cli.ts', ['restore', file, '--data', data], secret)
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain('already runs')

  const wrong = { PEYVAND_PASSPHRASE: 'چهار اسب زیر برف' }
  const closed = runProgram('cli.ts', ['restore', file, '--data', other], wrong)
  expect(await closed.ended).toBe(1)
  expect(closed.said()).toContain('The passphrase does not open this archive')

  const restore = runProgram('cli.ts', ['restore', file, '--data', other], secret)
  expect(await restore.ended, restore.said()).toBe(0)
  const moved = await start(other)
  expect(await readProblems(other)).toEqual([id])
  expect(await write(moved.address, open)).toBeDefined()
  for (const { child, ended } of [peyvand, moved]) {
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }
})

test('beside a running Peyvand the operator adds a worker, lets a machine in and checks the audit', async () => {
  const data = await copyData('operated')
  const peyvand = await start(data)
  const open = await makeCase(data)
  const operate = async (...command: string[]) => {
    const run = runProgram('cli.ts', [...command, '--data', data])
    const code = await run.ended
    return { code, said: run.said() }
  }
  const added = await operate('user', 'add', 'sara', '--name', 'Sara Amini', '--role', 'caseworker')
  expect(added).toMatchObject({ code: 0, said: expect.stringMatching(/sara is added/) as string })
  const again = await operate('user', 'add', 'sara', '--name', 'Sara Amini', '--role', 'intake')
  expect(again).toMatchObject({ code: 1, said: expect.stringMatching(/is taken/) as string })

  const clock = ['--name', 'clock', '--as', 'sara', '--scope', 'self.read']
  const made = await operate('token', 'create', ...clock)
  expect(made.code, made.said).toBe(0)
  const token = made.said.trim().split('\n').at(-1) ?? ''
  const me = await fetch(`${peyvand.address}/api/me`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await me.json()).toMatchObject({ fullName: 'Sara Amini' })

  expect(await write(peyvand.address, open)).toBeDefined()
  const owner = await openOwner(data)
  await owner.query(`select enqueue('seal-audit', '{}')`)
  const countSeals = async () => (await owner.query('select from audit_seal')).rowCount
  while ((await countSeals()) === 0) await new Promise((go) => setTimeout(go, 50))
  expect(await operate('audit', 'verify')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/1 seals[^]*The audit is whole/) as string,
  })
  const changed = await owner.query<{ seq: string }>(
    `update audit set outcome = 'nothing' where seq = (select min(seq) from audit) returning seq`,
  )
  expect(await operate('audit', 'verify')).toMatchObject({
    code: 1,
    said: expect.stringContaining(`Row ${changed.rows[0]?.seq} of the audit was changed`) as string,
  })
  await owner.end()
  peyvand.child.kill('SIGTERM')
  await peyvand.ended
})

describe.each(findInstalledPostgres())('with the PostgreSQL server of %s', (bin) => {
  let server: InstalledServer
  beforeAll(async () => {
    server = await startInstalledPostgres(bin)
  })
  afterAll(() => server.stop())

  test('the owner makes the tables, and the server works as one who owns nothing', async () => {
    const ownerUrl = await server.newDatabase()
    const data = join(home, 'served')
    const early = runProgram('start.mjs', ['--data', data], {
      DATABASE_URL: ownerUrl,
      JOBS_DATABASE_URL: ownerUrl,
    })
    expect(await early.ended).toBe(1)
    expect(early.said()).toMatch(/The database lacks \d+ migrations/)

    const order = ['migrate', '--data', data, '--database-url', ownerUrl, '--make-passwords']
    const migrate = runProgram('cli.ts', order)
    expect(await migrate.ended, migrate.said()).toBe(0)
    const urls = Object.fromEntries(
      [...migrate.said().matchAll(/^ {2}(\w*DATABASE_URL)=(\S+)$/gm)].map((found) => [
        String(found[1]),
        String(found[2]),
      ]),
    )
    expect(Object.keys(urls)).toEqual(['DATABASE_URL', 'JOBS_DATABASE_URL'])

    const run = await startPeyvand(['--data', data], urls)
    running.push(run)
    expect(await isHealthy(run.address)).toBe(true)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
  })
})
