import type pg from 'pg'
import { openPool } from '../db/database.ts'
import { openAuthPool } from '../sign-in/open-auth-pool.ts'
import type { DatabaseUrls } from './database-urls.ts'

export type Pools = { web: pg.Pool; jobs: pg.Pool; auth: pg.Pool }

/**
 * The server's connections: `web` becomes the caller's role in each transaction, `auth` reaches
 * accounts and sessions alone, `jobs` runs the queue. Together well below `max_connections`.
 */
export function openPools(
  urls: Pick<DatabaseUrls, 'webUrl' | 'workerUrl'>,
  onLost: (error: Error) => void,
): Pools {
  const pools = {
    web: openPool(urls.webUrl, 16, 'peyvand web'),
    auth: openAuthPool(urls.webUrl, 6),
    jobs: openPool(urls.workerUrl, 8, 'peyvand jobs', 'peyvand_jobs'),
  }
  for (const pool of [pools.web, pools.jobs]) {
    // The database may end a connection before our own farewell reaches it.
    const onError = (error: Error) => {
      if (!pool.ending) onLost(error)
    }
    pool.on('error', onError)
    pool.on('connect', (client) => client.on('error', onError))
  }
  return pools
}

export async function closePools(pools: Pools): Promise<void> {
  await Promise.all(Object.values(pools).map((pool) => pool.end()))
}
