import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** As many statements may have a name: each is kept with its plan on every connection. */
const most = 250

/** A statement has to come again before keeping its plan is worth the room. */
const often = 3

const control = /^(begin|start|commit|rollback|savepoint|release|set)\b/i

/**
 * A pool whose frequent statements have names, so that PostgreSQL plans each once on a connection
 * and not anew every time: with row security, planning may take as long as reading.
 */
export function nameStatements(pool: pg.Pool): PostgresPool {
  const seen = new Map<string, number>()
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const name = names.get(text)
    if (name !== undefined || names.size >= most || control.test(text)) return name
    const times = (seen.get(text) ?? 0) + 1
    if (times < often) {
      // Texts that differ each time are not remembered for ever.
      if (seen.size >= 10 * most) seen.clear()
      seen.set(text, times)
      return undefined
    }
    seen.delete(text)
    names.set(text, `s${names.size}`)
    return names.get(text)
  }
  return {
    options: pool.options,
    connect: async () => withNames(await pool.connect(), nameOf),
    end: () => pool.end(),
  }
}

function withNames(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) =>
    client.query({ name: nameOf(text), text, values: [...values] })
  return { query: query as never, release: (destroy) => client.release(destroy) }
}
