import type { Keys } from '../keys.ts'
import type { DatabaseUrls } from './database-urls.ts'

/** How to reach the embedded PostgreSQL of a data folder. */
export function embeddedUrls(port: number, keys: Keys): DatabaseUrls {
  const url = (user: string, password: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/peyvand`
  return {
    ownerUrl: url('postgres', keys.database.owner),
    webUrl: url('peyvand_web', keys.database.web),
    workerUrl: url('peyvand_worker', keys.database.worker),
  }
}
