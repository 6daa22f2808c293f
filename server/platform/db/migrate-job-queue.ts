import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

const silent = new Logger(() => () => undefined)

/**
 * The queue's own tables, owned by `peyvand_jobs`: their row security lets nobody else in.
 * `owner` may grant on the database.
 */
export async function migrateJobQueue(owner: pg.Client, ownerUrl: string): Promise<void> {
  const name = await owner.query<{ name: string }>('select current_database() as name')
  const database = owner.escapeIdentifier(name.rows[0]?.name ?? '')
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    options: '-c role=peyvand_jobs',
    max: 1,
  })
  // A lost connection fails the migration itself; the pool needs no second report of it.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  await owner.query(`grant create on database ${database} to peyvand_jobs`)
  try {
    await runMigrations({ pgPool: pool, logger: silent })
  } finally {
    await pool.end()
    await owner.query(`revoke create on database ${database} from peyvand_jobs`)
  }
}
