import type { KeptRow } from './directory.ts'
import type { HsdsTable } from './hsds-tables.ts'
import type { ImportError, ImportErrorCode } from './import-problem.ts'

/** A row of a table of the standard, whatever format it came in: text that nobody checked yet. */
export interface RawRow {
  table: HsdsTable
  file: string
  line: number | null
  /** Cells under the standard's names. */
  values: Record<string, string>
  /** Cells the standard has no name for. */
  extra: Record<string, string>
  /** What a column is called in the file, where the file has its own name for it. */
  named?: Record<string, string>
  /** Columns whose absence was already told once for the whole file. */
  told?: ReadonlySet<string>
}

/** The error at a cell of a row, under the name the person finds in the file. */
export function problemAt(
  row: RawRow,
  column: string,
  code: ImportErrorCode,
  detail: ImportError['detail'] = {},
): ImportError {
  return { file: row.file, row: row.line, column: row.named?.[column] ?? column, code, detail }
}

/** What stands in this column, empty where there is nothing. */
export function take(row: RawRow, column: string): string {
  return row.values[column] ?? ''
}

/** Its id in the source, and every filled column that has no field of its own. */
export function sourceOf(row: RawRow, used: readonly string[]) {
  const rest = Object.entries(row.values).filter(
    ([column, cell]) => column !== 'id' && cell !== '' && !used.includes(column),
  )
  return { sourceId: take(row, 'id'), extra: { ...Object.fromEntries(rest), ...row.extra } }
}

/** The whole row, for a table nothing here uses yet. */
export function keep(row: RawRow): KeptRow {
  const { id, ...values } = row.values
  const filled = Object.fromEntries(Object.entries(values).filter(([, cell]) => cell !== ''))
  return { table: row.table, sourceId: id ?? '', values: { ...filled, ...row.extra } }
}
