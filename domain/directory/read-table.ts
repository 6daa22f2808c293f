import type { ImportError, ImportNotice } from './import-problem.ts'
import type { SourceTable } from './source-file.ts'

export interface TableLine {
  line: number
  cells: Record<string, string>
}

export interface TableReading {
  lines: TableLine[]
  /** Columns that are needed and not there. */
  missing: ReadonlySet<string>
  errors: ImportError[]
  notices: ImportNotice[]
}

/**
 * Puts the cells of a table under its column names (trimmed, lower case). A needed column that is
 * missing, a column named twice and a line with too many or too few cells are errors; columns in
 * neither list are accepted, and counted.
 */
export function readTable(
  table: SourceTable,
  known: readonly string[],
  needed: readonly string[],
): TableReading {
  const errors: ImportError[] = []
  const columns = table.columns.map((column) => column.trim().toLowerCase())
  const missing = new Set(needed.filter((column) => !columns.includes(column)))
  for (const column of missing) {
    errors.push({ file: table.name, row: 1, column, code: 'column_missing', detail: {} })
  }
  for (const column of new Set(columns.filter((one, index) => columns.indexOf(one) !== index))) {
    errors.push({ file: table.name, row: 1, column, code: 'column_duplicate', detail: {} })
  }
  const lines: TableLine[] = []
  for (const { line, cells } of table.rows) {
    if (cells.length !== columns.length) {
      errors.push({
        file: table.name,
        row: line,
        column: null,
        code: 'cell_count_wrong',
        detail: { expected: columns.length, found: cells.length },
      })
      continue
    }
    const named = columns.map((column, index) => [column, (cells[index] ?? '').trim()] as const)
    lines.push({ line, cells: Object.fromEntries(named) })
  }
  return { lines, missing, errors, notices: countExtraColumns(table, columns, known, lines) }
}

function countExtraColumns(
  table: SourceTable,
  columns: readonly string[],
  known: readonly string[],
  lines: readonly TableLine[],
): ImportNotice[] {
  return columns
    .filter((column) => column !== '' && !known.includes(column))
    .map((column) => ({
      file: table.name,
      row: null,
      column,
      code: 'column_extra',
      detail: { values: lines.filter((line) => line.cells[column]).length },
    }))
}
