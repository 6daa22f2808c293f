import type pg from 'pg'
import { readMigrations } from '../db/read-migrations.ts'

// No such table, schema or role: nobody has migrated this database yet.
const neverMigrated = new Set(['42P01', '3F000', '22023', '42704'])

/** Refuses to serve a database of its own server that its owner has not brought up to date. */
export async function checkMigrated(jobs: pg.Pool): Promise<void> {
  const applied = await readApplied(jobs)
  const missing = (await readMigrations()).filter(({ name }) => !applied.has(name))
  if (missing.length === 0) return
  throw new Error(
    `The database lacks ${missing.length} migrations (from ${missing[0]?.name}). ` +
      'Run first, as the owner of the database: npm run peyvand -- migrate --database-url postgresql://…',
  )
}

async function readApplied(jobs: pg.Pool): Promise<Set<string>> {
  try {
    const found = await jobs.query<{ name: string }>('select name from peyvand_migration.applied')
    return new Set(found.rows.map(({ name }) => name))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (neverMigrated.has(code)) return new Set()
    const reason = (error as Error).message || code
    throw new Error(`The database of JOBS_DATABASE_URL cannot be used: ${reason}.`, {
      cause: error,
    })
  }
}
