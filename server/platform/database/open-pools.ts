import pg from 'pg'
import { authUrl } from './auth-url.ts'
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
    web: new pg.Pool({ connectionString: urls.webUrl, max: 16 }),
    auth: new pg.Pool({ connectionString: authUrl(urls.webUrl), max: 6 }),
    jobs: new pg.Pool({
      connectionString: urls.workerUrl,
      options: '-c role=peyvand_jobs',
      max: 8,
    }),
  }
  for (const pool of Object.values(pools)) {
    pool.on('error', onLost)
    pool.on('connect', (client) => client.on('error', () => undefined))
  }
  return pools
}

export async function closePools(pools: Pools): Promise<void> {
  await Promise.all(Object.values(pools).map((pool) => pool.end()))
}
