import pg from 'pg'
import { authUrl } from '../database/auth-url.ts'

/** Connections that see accounts and sessions and nothing else; instants come as `Date`. */
export function openAuthPool(webUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: authUrl(webUrl),
    max,
    application_name: 'peyvand sign-in',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  })
  // A connection lost while idle is replaced at the next use.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
