import { createHash } from 'node:crypto'
import { open, rm, rename, stat } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Keys } from '../keys.ts'
import { copyOut, countLines } from './copy-out.ts'
import { encrypt } from './encryption.ts'
import { writeFrame } from './frames.ts'
import { listTables } from './list-tables.ts'
import { queueName } from './manifest.ts'
import type { Manifest, Preface, TableEnd } from './manifest.ts'
import { openSteadySession } from './steady-session.ts'

type Options = {
  ownerUrl: string
  keys: Keys
  file: string
  passphrase: string
  /** Told after each table how many rows are written so far. */
  onProgress?: (rows: number) => void
}

/**
 * Writes one snapshot of the database, while it works, into an encrypted file that any PostgreSQL
 * from 15 on can take in again. The file appears whole or not at all.
 */
export async function backUp(options: Options): Promise<{ rows: number; bytes: number }> {
  const { file } = options
  const half = `${file}.part`
  await refuseExisting(file)
  const client = await openSteadySession(options.ownerUrl)
  let rows = 0
  try {
    await client.query('begin isolation level repeatable read read only')
    const onTable = (count: number) => {
      rows += count
      options.onProgress?.(rows)
    }
    await pipeline(
      Readable.from(writeFrames(client, options.keys, onTable)),
      createGzip(),
      (packed: AsyncIterable<Buffer>) => encrypt(packed, options.passphrase),
      createWriteStream(half, { mode: 0o600, flags: 'w' }),
    )
    await client.query('commit')
    await makeLasting(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  } finally {
    await client.end()
  }
  return { rows, bytes: (await stat(file)).size }
}

async function* writeFrames(
  client: pg.Client,
  keys: Keys,
  onTable: (rows: number) => void,
): AsyncGenerator<Buffer> {
  await client.query('set local role peyvand_archive')
  yield writeFrame({ kind: 'preface', says: await describe(client) })
  const ends: Record<string, TableEnd> = {}
  for (const table of await listTables(client)) {
    ends[table.table] = yield* writeTable(table, copyOut(client, table))
    onTable(ends[table.table]?.rows ?? 0)
  }
  const rest = await describeRest(client)
  await client.query('set local role peyvand_jobs')
  ends[queueName] = yield* writeTable({ table: queueName, columns: [] }, copyQueue(client))
  const { audit, secrets, sessions, drafts } = keys
  const says: Manifest = { tables: ends, ...rest, keys: { audit, secrets, sessions, drafts } }
  yield writeFrame({ kind: 'manifest', says })
}

async function* writeTable(
  head: { table: string; columns: string[] },
  content: AsyncGenerator<Buffer, TableEnd>,
): AsyncGenerator<Buffer, TableEnd> {
  yield writeFrame({ kind: 'table', says: head })
  for (;;) {
    const { value, done } = await content.next()
    if (done) {
      yield writeFrame({ kind: 'end', says: value })
      return value
    }
    yield writeFrame({ kind: 'data', bytes: value })
  }
}

async function describe(client: pg.Client): Promise<Preface> {
  const now = await client.query<{ at: Date; postgres: string }>(
    `select now() as at, current_setting('server_version') as postgres`,
  )
  const migrations = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from peyvand_migration.applied order by name',
  )
  return {
    format: 1,
    createdAt: now.rows[0]?.at.toISOString() ?? '',
    postgres: now.rows[0]?.postgres ?? '',
    migrations: migrations.rows,
  }
}

async function describeRest(client: pg.Client): Promise<Pick<Manifest, 'sequences' | 'seal'>> {
  const sequences = await client.query<{ name: string; last: string | null }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
       from pg_sequences where schemaname in ('app', 'auth') order by 1`,
  )
  const seal = await client.query<{ id: string; signature: string }>(
    `select id::text, encode(signature, 'hex') as signature
       from app.audit_seal order by id desc limit 1`,
  )
  return {
    sequences: Object.fromEntries(sequences.rows.map(({ name, last }) => [name, last])),
    seal: seal.rows[0] ?? null,
  }
}

/** Jobs that wait are part of what was promised, so they come along: a JSON line for each. */
async function* copyQueue(client: pg.Client): AsyncGenerator<Buffer, TableEnd> {
  const jobs = await client.query<{ line: string }>(
    `select json_build_object('name', t.identifier, 'payload', j.payload, 'runAt', j.run_at,
              'key', j.key, 'priority', j.priority, 'maxAttempts', j.max_attempts)::text as line
       from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
      where j.attempts < j.max_attempts
      order by j.id`,
  )
  const bytes = Buffer.from(jobs.rows.map(({ line }) => `${line}\n`).join(''))
  if (bytes.length > 0) yield bytes
  return { rows: countLines(bytes), sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function refuseExisting(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined)
  if (found) throw new Error(`${file} exists already: choose another name for the backup.`)
}

async function makeLasting(half: string, file: string): Promise<void> {
  const handle = await open(half, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(half, file)
}
