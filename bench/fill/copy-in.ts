import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Sends pieces of rows through COPY, as many at once as there are connections. */
export class CopyIn {
  readonly #free: pg.Client[]
  readonly #running = new Set<Promise<void>>()
  rows = 0

  constructor(clients: readonly pg.Client[]) {
    this.#free = [...clients]
  }

  /** Comes back as soon as a connection has taken it over. */
  async send(table: string, columns: string, lines: readonly string[]): Promise<void> {
    let client = this.#free.pop()
    while (!client) {
      await Promise.race(this.#running)
      client = this.#free.pop()
    }
    this.rows += lines.length
    const taken = client
    const run = copy(taken, table, columns, lines.join('')).finally(() => {
      this.#free.push(taken)
      this.#running.delete(run)
    })
    this.#running.add(run)
  }

  async finish(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}

async function copy(client: pg.Client, table: string, columns: string, text: string) {
  const stream = client.query(copyFrom(`copy app.${table} (${columns}) from stdin`))
  stream.end(text)
  await once(stream, 'finish')
}
