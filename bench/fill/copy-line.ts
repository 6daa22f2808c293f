export type Cell = string | number | boolean | null

/**
 * One row in the text that COPY reads. Ids, days and words of the lists are free of tabs, line ends
 * and backslashes; any other text comes through `escapeCell`.
 */
export function copyLine(cells: readonly Cell[]): string {
  const told = cells.map((cell) =>
    cell === null ? '\\N' : typeof cell === 'boolean' ? (cell ? 't' : 'f') : cell,
  )
  return `${told.join('\t')}\n`
}

const special = /[\\\t\n\r]/g
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

export const escapeCell = (text: string): string =>
  text.replace(special, (found) => escapes[found] ?? found)

export const jsonCell = (value: unknown): string => escapeCell(JSON.stringify(value))

/** A text array as PostgreSQL reads it. */
export function arrayCell(values: readonly string[]): string {
  if (values.length === 0) return '{}'
  return escapeCell(`{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
}
