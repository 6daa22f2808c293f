import { stat, open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** One statement as the server sent it: on which of its two kinds of connections, with what values. */
export interface Statement {
  from: 'web' | 'sign-in'
  text: string
  /** Where its plan is kept on the connection. */
  name?: string
  /** Nothing where it was sent without a plan of its own, as `begin` is. */
  values?: (string | null)[]
}

interface LogLine {
  application_name?: string
  message?: string
  detail?: string
}

/** Reads from PostgreSQL's own log which statements one request consists of. */
export class StatementRecorder {
  readonly #owner: pg.Client
  readonly #file: string

  constructor(owner: pg.Client, file: string) {
    this.#owner = owner
    this.#file = file
  }

  /** Of several requests alike the last one: by then session and caches are as they stay. */
  async record(request: () => Promise<void>): Promise<Statement[]> {
    await this.#log('all')
    try {
      await request()
      await request()
      await wait(300)
      const from = await this.#length()
      await request()
      await wait(300)
      return (await this.#readFrom(from)).flatMap(readStatement)
    } finally {
      await this.#log('none')
    }
  }

  async #log(what: 'all' | 'none'): Promise<void> {
    await this.#owner.query(`alter system set log_statement = '${what}'`)
    await this.#owner.query('select pg_reload_conf()')
    await wait(500)
  }

  async #length(): Promise<number> {
    return (await stat(this.#file)).size
  }

  async #readFrom(from: number): Promise<LogLine[]> {
    const file = await open(this.#file)
    try {
      const to = await this.#length()
      const { buffer } = await file.read({ buffer: Buffer.alloc(to - from), position: from })
      return buffer
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as LogLine)
    } finally {
      await file.close()
    }
  }
}

function readStatement({ application_name: by, message, detail }: LogLine): Statement[] {
  const from = by === 'peyvand web' ? 'web' : by === 'peyvand sign-in' ? 'sign-in' : undefined
  if (!from || !message) return []
  const simple = /^statement: ([^]*)$/.exec(message)
  if (simple) return [{ from, text: simple[1] ?? '' }]
  const planned = /^execute ([^:]+): ([^]*)$/.exec(message)
  if (!planned) return []
  const [, name = '', text = ''] = planned
  const kept = name === '<unnamed>' ? {} : { name }
  return [{ from, text, values: readValues(detail ?? ''), ...kept }]
}

/** Reads `Parameters: $1 = 'it''s', $2 = NULL`. */
export function readValues(detail: string): (string | null)[] {
  const values: (string | null)[] = []
  const each = /\$\d+ = (?:(NULL)|'((?:[^']|'')*)')/g
  for (const [, none, quoted] of detail.matchAll(each)) {
    values.push(none ? null : (quoted ?? '').replaceAll("''", "'"))
  }
  return values
}

/** The same statements about something else: each old value with the one that stands for it now. */
export function substitute(
  statements: readonly Statement[],
  changes: ReadonlyMap<string, string>,
): Statement[] {
  return statements.map((statement) => ({
    ...statement,
    values: statement.values?.map((value) => {
      if (value === null) return null
      let changed = value
      for (const [old, now] of changes) {
        if (changed.includes(old)) changed = changed.replaceAll(old, now)
      }
      return changed
    }),
  }))
}

/** A connection for each kind, as the server's pools open them. */
export interface BareConnection {
  web: pg.ClientBase
  signIn: pg.ClientBase
}

export async function runStatements(
  { web, signIn }: BareConnection,
  statements: readonly Statement[],
): Promise<void> {
  for (const { from, ...statement } of statements) {
    const client = from === 'web' ? web : signIn
    await client.query(statement)
  }
}
