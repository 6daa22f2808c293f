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
