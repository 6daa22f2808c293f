import pg from 'pg'
import { v7 as newId } from 'uuid'
import { openPool } from '../../server/platform/db/database.ts'
import { labelLookUps, ways } from './label-look-ups.ts'
import type { LookUp } from './label-look-ups.ts'
import { percentile } from './percentile.ts'

export interface LookUpResult {
  way: string
  looked: number
  p50: number
  p95: number
  most: number
  /** Share whose person was among the first ten. */
  recall: number
  /** A few that were not found. */
  missed: string[]
}

interface Found {
  given_name: string
  family_name: string
  birth_year: number | null
}

/**
 * The look-up function under the intake worker's own role, each time rolled back: so her hourly
 * limit is never reached. Somebody counts as found when a person of that very name, in either script (and of that birth year,
 * where one was told), is among the first ten: people of one name cannot be told apart by it.
 */
export async function measureLookUps(
  webUrl: string,
  worker: string,
  { size, today, count }: { size: number; today: string; count: number },
): Promise<LookUpResult[]> {
  const pool = openPool(webUrl, 1, 'peyvand bench')
  const client = await pool.connect()
  const results: LookUpResult[] = []
  try {
    // A connection that has looked up before knows its plans, as the server's own do.
    for (const look of Object.values(ways)) {
      for (const lookUp of labelLookUps(look, size, today, 3)) {
        await lookUpOnce(client, worker, lookUp)
      }
    }
    for (const [way, look] of Object.entries(ways)) {
      const lookUps = labelLookUps(look, size, today, count)
      const times: number[] = []
      const missed: string[] = []
      for (const lookUp of lookUps) {
        const { found, time } = await lookUpOnce(client, worker, lookUp)
        times.push(time)
        if (!found.slice(0, 10).some((row) => isMeant(row, lookUp))) missed.push(describe(lookUp))
      }
      results.push({
        way,
        looked: lookUps.length,
        p50: percentile(times, 0.5),
        p95: percentile(times, 0.95),
        most: Math.max(...times),
        recall: 1 - missed.length / Math.max(1, lookUps.length),
        missed: missed.slice(0, 8),
      })
    }
  } finally {
    client.release()
    await pool.end()
  }
  return results
}

async function lookUpOnce(client: pg.ClientBase, worker: string, { name, born }: LookUp) {
  await client.query('begin')
  try {
    await client.query(
      `select set_config('app.user_id', $1, true), set_config('app.cases', '', true), set_config('role', 'peyvand_staff', true)`,
      [worker],
    )
    const began = performance.now()
    const { rows } = await client.query<Found>(
      'select * from look_up_person($1, $2, $3, $4, $5, $6, $7, $8)',
      [newId(), name, '', born?.[0] ?? null, born?.[1] ?? null, null, null, null],
    )
    return { found: rows, time: performance.now() - began }
  } finally {
    await client.query('rollback')
  }
}

function isMeant(row: Found, { meant, born }: LookUp): boolean {
  const sameName = [meant, meant.otherScript].some(
    (name) => name?.given === row.given_name && name.family === row.family_name,
  )
  return sameName && (!born || row.birth_year === Number(meant.bornOn?.slice(0, 4)))
}

const describe = ({ name, born, meant }: LookUp) =>
  `${name}${born ? ` ${born[0]}…${born[1]}` : ''} → ${meant.given} ${meant.family}`
