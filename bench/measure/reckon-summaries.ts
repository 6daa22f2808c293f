import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { v7 as newId } from 'uuid'

/** Has the director's summaries counted by the job, and answers how many seconds that took. */
export async function reckonSummaries(
  address: string,
  cookie: string,
  owner: pg.Client,
): Promise<number> {
  const countRounds = async () => {
    const { rows } = await owner.query<{ at: string | null }>(
      'select max(reckoned_at)::text as at from app.summary_round',
    )
    return rows[0]?.at
  }
  // A wish within half an hour of the last one would be refused.
  await owner.query(
    `update app.summary_round set reckoned_at = reckoned_at - interval '1 hour', asked_at = null`,
  )
  const before = await countRounds()
  const began = performance.now()
  const asked = await fetch(`${address}/api/outcomes/summaries/reckon`, {
    method: 'POST',
    headers: {
      cookie,
      origin: address,
      'content-type': 'application/json',
      'command-id': newId(),
    },
    body: '{}',
  })
  if (!asked.ok) throw new Error(`the director was answered ${asked.status}`)
  while ((await countRounds()) === before) await wait(100)
  return (performance.now() - began) / 1000
}
