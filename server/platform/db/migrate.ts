import pg from 'pg'
import { ensureArchiveAccess } from './ensure-archive-access.ts'
import { ensureExtensions } from './ensure-extensions.ts'
import { ensureRoles } from './ensure-roles.ts'
import { migrateJobQueue } from './migrate-job-queue.ts'
import { migrationsFolder, readMigrations } from './read-migrations.ts'
import type { Migration } from './read-migrations.ts'

// Any number will do, so long as nobody else in the database uses it.
const migrationLock = 7_369_118_224

type Options = {
  log: (line: string) => void
  folder?: string
  /** Stop where another database stands: run these migrations and no others. */
  only?: string[]
}

/**
 * Brings a database up to date. `ownerUrl` signs in as its owner (or a superuser). Answers the
 * names of the migrations it ran; each ran in a transaction of its own.
 */
export async function migrate(ownerUrl: string, options: Options): Promise<string[]> {
  const migrations = await readMigrations(options.folder ?? migrationsFolder)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'peyvand migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await prepare(client, ownerUrl)
    const pending = findPending(migrations, await readApplied(client)).filter(
      (migration) => !options.only || options.only.includes(migration.name),
    )
    for (const migration of pending) {
      const began = performance.now()
      await run(client, migration)
      options.log(`${migration.name} (${Math.round(performance.now() - began)} ms)`)
    }
    return pending.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/** What `migrate` would run; every migration on an empty database. */
export async function listPendingMigrations(
  ownerUrl: string,
  folder = migrationsFolder,
): Promise<{ pending: string[]; applied: string[] }> {
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'peyvand migrate' })
  await client.connect()
  try {
    const made = await client.query(
      `select from pg_class where oid = to_regclass('peyvand_migration.applied')`,
    )
    const applied = made.rowCount === 0 ? [] : await readApplied(client)
    const pending = findPending(migrations, applied)
    return {
      pending: pending.map((migration) => migration.name),
      applied: applied.map((row) => row.name),
    }
  } finally {
    await client.end()
  }
}

type Applied = { name: string; sha256: string }

async function prepare(client: pg.Client, ownerUrl: string): Promise<void> {
  await ensureRoles(client)
  await ensureExtensions(client)
  await migrateJobQueue(client, ownerUrl)
  const name = await client.query<{ name: string }>('select current_database() as name')
  const database = client.escapeIdentifier(name.rows[0]?.name ?? '')
  await client.query(`grant create on database ${database} to peyvand_owner`)
  await asOwner(client, () =>
    client.query(`
      create schema if not exists peyvand_migration;
      create table if not exists peyvand_migration.applied (
        name text primary key,
        sha256 text not null,
        at timestamptz not null default now()
      );
      grant usage on schema peyvand_migration to peyvand_jobs;
      grant select on peyvand_migration.applied to peyvand_jobs`),
  )
}

async function asOwner(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('set role peyvand_owner')
  await work()
  await client.query('reset role')
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  let rows: Applied[] = []
  await asOwner(client, async () => {
    const result = await client.query<Applied>(
      'select name, sha256 from peyvand_migration.applied order by name',
    )
    rows = result.rows
  })
  return rows
}

function findPending(migrations: Migration[], applied: Applied[]): Migration[] {
  const files = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const file = files.get(row.name)
    if (!file) {
      throw new Error(
        `This database has the migration ${row.name}, which this version of Peyvand does not know. ` +
          'Start the version that made it, or a newer one.',
      )
    }
    if (file.sha256 !== row.sha256) {
      throw new Error(
        `The migration ${row.name} was changed after it ran in this database. ` +
          'Put the file back as it was and write the change as a new migration.',
      )
    }
  }
  const done = new Set(applied.map((row) => row.name))
  return migrations.filter((migration) => !done.has(migration.name))
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local role peyvand_owner')
    await client.query(migration.sql)
    await client.query('set local role peyvand_owner')
    await ensureArchiveAccess(client)
    await client.query('insert into peyvand_migration.applied (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name}${whereIn(migration, error)}`, { cause: error })
  }
}

function whereIn(migration: Migration, error: unknown): string {
  const { position, message, where } = error as pg.DatabaseError
  const line = position ? migration.sql.slice(0, Number(position)).split('\n').length : undefined
  return `${line ? `, line ${line}` : ''}: ${message}${where ? ` (${where.split('\n')[0]})` : ''}`
}
