import { countAttempt, forgetAttempt } from '@peyvand/domain/access/attempts.ts'
import type { AttemptRule, Attempts } from '@peyvand/domain/access/attempts.ts'
import type pg from 'pg'
import { inTransaction } from './in-transaction.ts'

export interface AttemptKey {
  /** What is tried: `account`, `address`, `set-up`. */
  kind: string
  /** Whose tries are counted; kept as a keyed hash only. */
  of: string
  rule: AttemptRule
  /** Success clears everything, not only this try: it was this person after all. */
  clearedBySuccess: boolean
}

export interface AttemptLimit {
  /** Counts a try before it is made. A number: seconds to wait, and nothing was counted. */
  take: (keys: readonly AttemptKey[], now: Date) => Promise<number | undefined>
  /** Gives the try back to somebody who succeeded. */
  giveBack: (keys: readonly AttemptKey[]) => Promise<void>
}

type AttemptRow = { failures: number; failed_at: Date; blocked_until: Date | null }

export function limitAttempts(
  pool: pg.Pool,
  keyedHash: (use: string, words: string) => Buffer,
): AttemptLimit {
  const hashOf = (key: AttemptKey) => keyedHash(`attempt ${key.kind}`, key.of)
  // One order for everybody, so that two tries never wait for each other in a circle.
  const inOrder = (keys: readonly AttemptKey[]) =>
    keys
      .map((key) => ({ key, hash: hashOf(key) }))
      .sort((one, other) => Buffer.compare(one.hash, other.hash))

  return {
    async take(keys, now) {
      return inTransaction(pool, async (client) => {
        const counted: { hash: Buffer; after: Attempts }[] = []
        let wait: number | undefined
        for (const { key, hash } of inOrder(keys)) {
          const before = await lockAttempts(client, hash, now)
          const outcome = countAttempt(before, key.rule, now.getTime())
          if ('waitSeconds' in outcome) wait = Math.max(wait ?? 0, outcome.waitSeconds)
          else counted.push({ hash, after: outcome.after })
        }
        if (wait !== undefined) return wait
        for (const { hash, after } of counted) await updateAttempts(client, hash, after)
        return undefined
      })
    },
    async giveBack(keys) {
      await inTransaction(pool, async (client) => {
        for (const { key, hash } of inOrder(keys)) {
          if (key.clearedBySuccess) {
            await client.query('delete from auth.attempt where key = $1', [hash])
            continue
          }
          const found = await client.query<AttemptRow>(
            'select failures, failed_at, blocked_until from auth.attempt where key = $1 for update',
            [hash],
          )
          const row = found.rows[0]
          if (row) await updateAttempts(client, hash, forgetAttempt(attemptsOf(row), key.rule))
        }
      })
    },
  }
}

async function lockAttempts(
  client: pg.PoolClient,
  hash: Buffer,
  now: Date,
): Promise<Attempts | undefined> {
  await client.query(
    `insert into auth.attempt (key, failures, failed_at) values ($1, 0, $2)
     on conflict (key) do nothing`,
    [hash, now],
  )
  const found = await client.query<AttemptRow>(
    'select failures, failed_at, blocked_until from auth.attempt where key = $1 for update',
    [hash],
  )
  const row = found.rows[0]
  return row && row.failures > 0 ? attemptsOf(row) : undefined
}

function attemptsOf(row: AttemptRow): Attempts {
  return {
    failures: row.failures,
    failedAt: row.failed_at.getTime(),
    blockedUntil: row.blocked_until?.getTime(),
  }
}

async function updateAttempts(client: pg.PoolClient, hash: Buffer, after: Attempts): Promise<void> {
  await client.query(
    'update auth.attempt set failures = $2, failed_at = $3, blocked_until = $4 where key = $1',
    [
      hash,
      after.failures,
      new Date(after.failedAt),
      after.blockedUntil == null ? null : new Date(after.blockedUntil),
    ],
  )
}
