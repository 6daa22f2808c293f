import { findHsdsTable, hsdsTables } from './hsds-tables.ts'
import type { ImportError, ImportNotice } from './import-problem.ts'
import type { RawRow } from './raw-row.ts'
import { readTable } from './read-table.ts'
import type { SourceTable } from './source-file.ts'

export interface RawReading {
  rows: RawRow[]
  errors: ImportError[]
  notices: ImportNotice[]
}

/** Reads the tables of a tabular HSDS 3.0 package. */
export function readTabular(files: readonly SourceTable[]): RawReading {
  const reading: RawReading = { rows: [], errors: [], notices: [] }
  for (const file of files) {
    const table = findHsdsTable(file.name)
    if (!table) {
      reading.notices.push({
        file: file.name,
        row: null,
        column: null,
        code: 'file_not_used',
        detail: {},
      })
      continue
    }
    const known = Object.keys(hsdsTables[table])
    const needed = known.filter((column) => hsdsTables[table][column]?.required)
    const read = readTable(file, known, needed)
    reading.errors.push(...read.errors)
    reading.notices.push(...read.notices)
    for (const { line, cells } of read.lines) {
      const entries = Object.entries(cells)
      reading.rows.push({
        table,
        file: file.name,
        line,
        values: Object.fromEntries(entries.filter(([column]) => known.includes(column))),
        extra: Object.fromEntries(
          entries.filter(
            ([column, cell]) => !known.includes(column) && column !== '' && cell !== '',
          ),
        ),
        told: read.missing,
      })
    }
  }
  return reading
}
