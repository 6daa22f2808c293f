import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { ArchivedTable } from './list-tables.ts'
import type { TableEnd } from './manifest.ts'

/** The rows of a table as PostgreSQL's own text; answers at the end how many and their hash. */
export async function* copyOut(
  client: pg.Client,
  { table, columns }: ArchivedTable,
): AsyncGenerator<Buffer, TableEnd> {
  const hash = createHash('sha256')
  let rows = 0
  const stream = client.query(copyTo(`copy ${table} (${columns.join(', ')}) to stdout`))
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece)
    rows += countLines(piece)
    yield piece
  }
  return { rows, sha256: hash.digest('hex') }
}

// In COPY's text a line end inside a value is written as \n, so each real one ends a row.
export function countLines(piece: Buffer): number {
  let count = 0
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) count++
  return count
}
