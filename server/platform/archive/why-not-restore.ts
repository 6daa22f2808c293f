import type pg from 'pg'
import { migrationsFolder, readMigrations } from '../db/read-migrations.ts'
import type { Preface } from './manifest.ts'

/** Why rows may not be brought into this database, or undefined. */
export async function whyNotRestore(
  client: pg.Client,
  archive: Preface,
): Promise<string | undefined> {
  if (await holdsRows(client)) {
    return 'This database is in use already. An archive is restored into an empty database only.'
  }
  const connected = await client.query<{ usename: string }>(
    `select distinct usename from pg_stat_activity
      where datname = current_database() and usename in ('peyvand_web', 'peyvand_worker')`,
  )
  if (connected.rowCount) return 'A server works on this database. End it first, then restore.'
  const known = new Map(
    (await readMigrations(migrationsFolder)).map(({ name, sha256 }) => [name, sha256]),
  )
  const unknown = archive.migrations.find(({ name, sha256 }) => known.get(name) !== sha256)
  if (unknown) {
    return `The archive was written by another version of Peyvand (its migration ${unknown.name} is not the one here). Restore it with that version or a newer one.`
  }
  return undefined
}

const roots = ['app.agency', 'app.person', 'app.organisation']

// Whatever people wrote hangs on one of these.
async function holdsRows(client: pg.Client): Promise<boolean> {
  for (const table of roots) {
    const made = await client.query<{ there: boolean }>(
      'select to_regclass($1) is not null as there',
      [table],
    )
    if (!made.rows[0]?.there) continue
    await client.query('begin')
    await client.query('set local role peyvand_archive')
    const found = await client.query(`select from ${table} limit 1`)
    await client.query('rollback')
    if (found.rowCount) return true
  }
  return false
}
