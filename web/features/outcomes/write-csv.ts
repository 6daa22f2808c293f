import { toSpreadsheetCell } from '@peyvand/domain/text/spreadsheet-cell.ts'

/**
 * A table as CSV (RFC 4180), which spreadsheets open in the right script: text in quotes and safe
 * from being run as a formula, numbers as plain Latin figures.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) =>
    row
      .map((cell) =>
        typeof cell === 'number'
          ? String(cell)
          : `"${toSpreadsheetCell(cell).replaceAll('"', '""')}"`,
      )
      .join(','),
  )
  return `\ufeff${lines.join('\r\n')}\r\n`
}
