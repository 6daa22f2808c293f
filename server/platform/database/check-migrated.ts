import type pg from 'pg'
import { readMigrations } from '../db/read-migrations.ts'

/** Refuses to serve a database of its own server that its owner has not brought up to date. */
export async function checkMigrated(jobs: pg.Pool): Promise<void> {
  const applied = new Set<string>()
  try {
    const found = await jobs.query<{ name: string }>('select name from peyvand_migration.applied')
    for (const { name } of found.rows) applied.add(name)
  } catch (error) {
    if (
      (error as pg.DatabaseError).code !== '42P01' &&
      (error as pg.DatabaseError).code !== '3F000'
    ) {
      throw error
    }
  }
  const missing = (await readMigrations()).filter(({ name }) => !applied.has(name))
  if (missing.length === 0) return
  throw new Error(
    `The database lacks ${missing.length} migrations (from ${missing[0]?.name}). ` +
      'Run first, as the owner of the database: npm run peyvand -- migrate --database-url postgresql://…',
  )
}
