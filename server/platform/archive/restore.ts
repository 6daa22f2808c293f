import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { migrate } from '../db/migrate.ts'
import type { ArchivedKeys } from '../keys.ts'
import { ArchiveUnreadable } from './archive-unreadable.ts'
import { copyOut } from './copy-out.ts'
import { detachRules } from './detach-rules.ts'
import { listTables } from './list-tables.ts'
import type { ArchivedTable } from './list-tables.ts'
import { queueName } from './manifest.ts'
import type { Manifest, Preface, TableHead } from './manifest.ts'
import { readArchive } from './read-archive.ts'
import { openSteadySession } from './steady-session.ts'
import { whyNotRestore } from './why-not-restore.ts'

type Options = {
  ownerUrl: string
  file: string
  passphrase: string
  log: (line: string) => void
  /** Keeps the keys the archive was written under; called before its rows are there to stay. */
  keepKeys: (keys: ArchivedKeys) => Promise<void>
}

/**
 * Brings an archive into an empty database. The archive is read through and checked before anything
 * changes; its rows come in one transaction, and are read back and compared before it is committed.
 */
export async function restore(options: Options): Promise<void> {
  const { file, passphrase, ownerUrl, log } = options
  log('Checking the archive')
  const { preface, manifest } = await readArchive(file, passphrase)
  const client = await openSteadySession(ownerUrl)
  try {
    const reason = await whyNotRestore(client, preface)
    if (reason !== undefined) throw new Error(reason)
    await makeEmpty(client)
    log(`Making the tables as they were on ${preface.createdAt.slice(0, 10)}`)
    const only = preface.migrations.map(({ name }) => name)
    await migrate(ownerUrl, { log: () => undefined, only })
    await loadRows(client, options, preface, manifest)
  } finally {
    await client.end()
  }
  log('Bringing the tables up to date')
  await migrate(ownerUrl, { log })
}

async function makeEmpty(client: pg.Client): Promise<void> {
  const made = await client.query<{ name: string; owner: string }>(
    `select quote_ident(nspname) as name, nspowner::regrole::text as owner from pg_namespace
      where nspname in ('app', 'auth', 'peyvand_migration', 'graphile_worker')`,
  )
  await client.query('begin')
  for (const { name, owner } of made.rows) {
    await client.query(`set local role ${owner}`)
    await client.query(`drop schema ${name} cascade`)
  }
  await client.query('commit')
}

async function loadRows(
  client: pg.Client,
  { file, passphrase, log, keepKeys }: Options,
  checked: Preface,
  manifest: Manifest,
): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local role peyvand_owner')
    const putBack = await detachRules(client)
    const tables = await listTables(client)
    await clear(client, tables)
    await readArchive(file, passphrase, {
      preface: async ({ createdAt }) => {
        if (createdAt !== checked.createdAt) throw changedMeanwhile()
      },
      table: async (head, rows) => {
        if (head.table === queueName) await loadQueue(client, rows)
        else await loadTable(client, head, rows)
      },
    })
    log('Reading back and comparing')
    await compare(client, tables, manifest)
    for (const [sequence, last] of Object.entries(manifest.sequences)) {
      if (last !== null) await client.query('select setval($1, $2)', [sequence, last])
    }
    await beginAnew(client)
    await putBack()
    await keepKeys(manifest.keys)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  await client.query('analyze')
}

// Migrations may have put rows of their own; the archive holds them as they became.
async function clear(client: pg.Client, tables: ArchivedTable[]): Promise<void> {
  if (tables.length === 0) return
  await client.query(`truncate ${tables.map(({ table }) => table).join(', ')}`)
}

async function loadTable(
  client: pg.Client,
  { table, columns }: TableHead,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  await pipeline(rows, client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)))
}

const waitingJob = z.object({
  name: z.string(),
  payload: z.unknown(),
  runAt: z.string(),
  key: z.string().nullable(),
  priority: z.number(),
  maxAttempts: z.number(),
})

async function loadQueue(client: pg.Client, rows: AsyncIterable<Buffer>): Promise<void> {
  const pieces: Buffer[] = []
  for await (const piece of rows) pieces.push(piece)
  await client.query('set local role peyvand_jobs')
  for (const line of Buffer.concat(pieces).toString().split('\n').filter(Boolean)) {
    const job = waitingJob.parse(JSON.parse(line))
    await client.query(
      `select graphile_worker.add_job(identifier => $1, payload => $2, run_at => $3,
         job_key => $4, priority => $5, max_attempts => $6)`,
      [job.name, JSON.stringify(job.payload), job.runAt, job.key, job.priority, job.maxAttempts],
    )
  }
  await client.query('set local role peyvand_owner')
}

async function compare(
  client: pg.Client,
  tables: ArchivedTable[],
  manifest: Manifest,
): Promise<void> {
  for (const table of tables) {
    const hash = createHash('sha256')
    for await (const piece of copyOut(client, table)) hash.update(piece)
    const written = manifest.tables[table.table]
    const empty = createHash('sha256').digest('hex')
    if (hash.digest('hex') !== (written?.sha256 ?? empty)) {
      throw new Error(
        `The rows of ${table.table} did not come in as they were written. Nothing was restored.`,
      )
    }
  }
}

/**
 * Sessions of the time of the backup stay closed, and audit rows written from now on belong to a
 * new era: transaction numbers of this PostgreSQL do not continue those of the other.
 */
async function beginAnew(client: pg.Client): Promise<void> {
  await client.query('truncate auth.session')
  await client.query('update app.audit_era set era = era + 1')
}

function changedMeanwhile(): ArchiveUnreadable {
  return new ArchiveUnreadable('The archive was replaced while it was being read.')
}
