import { hsdsTables, keptTables } from './hsds-tables.ts'
import type { CellKind, HsdsTable } from './hsds-tables.ts'
import type { ImportError, ImportNotice } from './import-problem.ts'
import { problemAt } from './raw-row.ts'
import type { RawRow } from './raw-row.ts'
import { readDay, readNumber, readTime } from './read-cell.ts'

const longest = { id: 200, name: 500, text: 20_000 }
const forbidden = /[\p{Cc}--[\t\n\r]]/v
const weekdayRule = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/

/**
 * Checks every cell and every reference and tells all that is wrong. A pointer a row can do
 * without is cleared in the row and told as a notice.
 */
export function checkRows(rows: readonly RawRow[]): {
  errors: ImportError[]
  notices: ImportNotice[]
} {
  const errors: ImportError[] = []
  const notices: ImportNotice[] = []
  const ids = indexIds(rows, errors)
  for (const row of rows) {
    checkLetters(row, errors)
    if (keptTables.has(row.table)) continue
    for (const [column, { cell, required }] of Object.entries(hsdsTables[row.table])) {
      const found = row.values[column] ?? ''
      if (found === '') {
        if (required && !row.told?.has(column)) errors.push(problemAt(row, column, 'value_missing'))
        continue
      }
      const problem = checkCell(cell, found, row, column)
      if (problem) errors.push(problem)
    }
    checkReferences(row, ids, errors, notices)
    checkTogether(row, errors, notices)
  }
  return { errors, notices }
}

type Ids = Map<HsdsTable, Map<string, RawRow>>

function indexIds(rows: readonly RawRow[], errors: ImportError[]): Ids {
  const ids: Ids = new Map()
  for (const row of rows) {
    const id = row.values['id'] ?? ''
    const known = ids.get(row.table) ?? new Map<string, RawRow>()
    ids.set(row.table, known)
    if (id === '') {
      if (keptTables.has(row.table)) errors.push(problemAt(row, 'id', 'value_missing'))
      continue
    }
    const first = known.get(id)
    if (!first) {
      known.set(id, row)
      continue
    }
    errors.push(
      problemAt(row, 'id', 'id_duplicate', {
        id: short(id),
        firstFile: first.file,
        firstRow: first.line ?? 0,
      }),
    )
  }
  return ids
}

function checkLetters(row: RawRow, errors: ImportError[]): void {
  for (const [column, cell] of [...Object.entries(row.values), ...Object.entries(row.extra)]) {
    if (forbidden.test(cell) || !cell.isWellFormed()) {
      errors.push(problemAt(row, column, 'character_not_allowed'))
    }
    if (cell.length > longest.text) {
      errors.push(
        problemAt(row, column, 'text_too_long', { length: cell.length, most: longest.text }),
      )
    }
  }
}

function checkCell(
  cell: CellKind,
  found: string,
  row: RawRow,
  column: string,
): ImportError | undefined {
  switch (cell.kind) {
    case 'id':
    case 'name': {
      const most = longest[cell.kind]
      if (found.length <= most || found.length > longest.text) return undefined
      return problemAt(row, column, 'text_too_long', { length: found.length, most })
    }
    case 'number': {
      const number = readNumber(found)
      if (number === undefined)
        return problemAt(row, column, 'number_wrong', { found: short(found) })
      if (number >= cell.least && number <= cell.most) return undefined
      return problemAt(row, column, 'number_out_of_range', {
        found: short(found),
        least: cell.least,
        most: cell.most,
      })
    }
    case 'day': {
      const read = readDay(found)
      if ('problem' in read) return problemAt(row, column, read.problem, { found: short(found) })
      row.values[column] = read.day
      return undefined
    }
    case 'time':
      return readTime(found) === undefined
        ? problemAt(row, column, 'time_not_real', { found: short(found) })
        : undefined
    case 'choice':
      return cell.of.some((choice) => choice.toLowerCase() === found.toLowerCase())
        ? undefined
        : notAllowed(row, column, found, cell.of)
    case 'weekdays':
      return found.split(',').every((day) => weekdayRule.test(day.trim().toUpperCase()))
        ? undefined
        : notAllowed(row, column, found, ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])
    case 'text':
    case 'reference':
      return undefined
  }
}

function notAllowed(
  row: RawRow,
  column: string,
  found: string,
  of: readonly string[],
): ImportError {
  return problemAt(row, column, 'value_not_allowed', {
    found: short(found),
    allowed: of.join(', '),
  })
}

function checkReferences(
  row: RawRow,
  ids: Ids,
  errors: ImportError[],
  notices: ImportNotice[],
): void {
  const owners = { asked: 0, held: 0, told: false }
  const lost: string[] = []
  for (const [column, { cell, required }] of Object.entries(hsdsTables[row.table])) {
    if (cell.kind !== 'reference') continue
    const target = row.values[column] ?? ''
    const free = cell.owner && !required
    if (free) owners.asked++
    if (free && row.told?.has(column)) owners.told = true
    if (target === '') continue
    if (ids.get(cell.to)?.has(target)) {
      if (free) owners.held++
    } else if (required) {
      errors.push(dangling(row, column, target, cell.to))
    } else if (free) {
      lost.push(column)
    } else {
      drop(row, column, cell.to, notices)
    }
  }
  if (owners.asked === 0) return
  if (owners.held === 0 && lost.length === 0 && !owners.told) {
    errors.push({ ...problemAt(row, 'id', 'owner_missing'), column: null })
  }
  for (const column of lost) {
    const cell = hsdsTables[row.table][column]?.cell
    if (cell?.kind !== 'reference') continue
    if (owners.held > 0) drop(row, column, cell.to, notices)
    else errors.push(dangling(row, column, row.values[column] ?? '', cell.to))
  }
}

function dangling(row: RawRow, column: string, target: string, table: HsdsTable): ImportError {
  return problemAt(row, column, 'reference_dangling', { id: short(target), table })
}

function drop(row: RawRow, column: string, table: HsdsTable, notices: ImportNotice[]): void {
  const { file, line } = row
  notices.push({
    file,
    row: line,
    column: row.named?.[column] ?? column,
    code: 'reference_dropped',
    detail: { id: short(row.values[column] ?? ''), table },
  })
  row.values[column] = ''
}

/** What only shows when two cells are read together. */
function checkTogether(row: RawRow, errors: ImportError[], notices: ImportNotice[]): void {
  if (row.table === 'service') checkAges(row, errors)
  if (row.table === 'schedule' || row.table === 'cost_option') checkPeriod(row, errors)
  if (row.table === 'schedule') checkHours(row, notices)
  if (row.table === 'location') checkPoint(row, notices)
}

function checkAges(row: RawRow, errors: ImportError[]): void {
  const least = readNumber(row.values['minimum_age'] ?? '')
  const most = readNumber(row.values['maximum_age'] ?? '')
  if (least !== undefined && most !== undefined && least > most) {
    errors.push(problemAt(row, 'minimum_age', 'range_reversed', { from: least, to: most }))
  }
}

function checkPeriod(row: RawRow, errors: ImportError[]): void {
  const from = row.values['valid_from'] ?? ''
  const to = row.values['valid_to'] ?? ''
  if (row.values['every_year'] === 'true' || from === '' || to === '') return
  if ('day' in readDay(from) && 'day' in readDay(to) && from > to) {
    errors.push(problemAt(row, 'valid_from', 'range_reversed', { from, to }))
  }
}

function checkHours(row: RawRow, notices: ImportNotice[]): void {
  const opens = readTime(row.values['opens_at'] ?? '')
  const closes = readTime(row.values['closes_at'] ?? '')
  if (opens === undefined || closes === undefined || closes > opens) return
  notices.push({
    file: row.file,
    row: row.line,
    column: row.named?.['closes_at'] ?? 'closes_at',
    code: 'closes_before_opens',
    detail: { opens, closes },
  })
}

function checkPoint(row: RawRow, notices: ImportNotice[]): void {
  const written = [row.values['latitude'] ?? '', row.values['longitude'] ?? '']
  if (written.every((cell) => cell === '')) return
  const [latitude, longitude] = written.map(readNumber)
  const onEarth =
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180
  if (onEarth) return
  notices.push({
    file: row.file,
    row: row.line,
    column: row.named?.['latitude'] ?? 'latitude',
    code: 'coordinates_dropped',
    detail: { latitude: short(written[0] ?? ''), longitude: short(written[1] ?? '') },
  })
  row.values['latitude'] = ''
  row.values['longitude'] = ''
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
