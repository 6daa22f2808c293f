import { findHsdsTable, hsdsTables } from './hsds-tables.ts'
import type { HsdsTable } from './hsds-tables.ts'
import type { ImportError } from './import-problem.ts'
import type { RawRow } from './raw-row.ts'
import { readTime } from './read-cell.ts'
import { readJson } from './read-json.ts'
import type { JsonObject, JsonValue } from './read-json.ts'
import type { RawReading } from './read-tabular.ts'
import type { SourceJson } from './source-file.ts'

/** Rows that stand inside a row of each table, as lists. */
const inside: Partial<Record<HsdsTable, Record<string, HsdsTable>>> = {
  organization: {
    services: 'service',
    locations: 'location',
    contacts: 'contact',
    phones: 'phone',
    funding: 'funding',
    programs: 'program',
    organization_identifiers: 'organization_identifier',
    attributes: 'attribute',
    metadata: 'metadata',
  },
  service: {
    phones: 'phone',
    schedules: 'schedule',
    service_areas: 'service_area',
    service_at_locations: 'service_at_location',
    languages: 'language',
    funding: 'funding',
    cost_options: 'cost_option',
    required_documents: 'required_document',
    contacts: 'contact',
    attributes: 'attribute',
    metadata: 'metadata',
  },
  service_at_location: {
    contacts: 'contact',
    phones: 'phone',
    schedules: 'schedule',
    service_areas: 'service_area',
    attributes: 'attribute',
    metadata: 'metadata',
  },
  location: {
    languages: 'language',
    addresses: 'address',
    contacts: 'contact',
    accessibility: 'accessibility',
    phones: 'phone',
    schedules: 'schedule',
    attributes: 'attribute',
    metadata: 'metadata',
  },
  contact: { phones: 'phone', attributes: 'attribute', metadata: 'metadata' },
  phone: { languages: 'language', attributes: 'attribute', metadata: 'metadata' },
}

/** Single rows that stand inside another and that it points to. */
const pointed: Partial<Record<HsdsTable, Record<string, [column: string, table: HsdsTable]>>> = {
  service: {
    organization: ['organization_id', 'organization'],
    program: ['program_id', 'program'],
  },
  service_at_location: {
    location: ['location_id', 'location'],
    service: ['service_id', 'service'],
  },
  attribute: { taxonomy_term: ['taxonomy_term_id', 'taxonomy_term'] },
  taxonomy_term: { taxonomy_detail: ['taxonomy_id', 'taxonomy'] },
}

interface Owner {
  table: HsdsTable
  id: string
}

interface Walk {
  file: string
  rows: RawRow[]
  errors: ImportError[]
  unused: boolean
}

/** Reads HSDS 3.0 JSON: nested objects, lists and pages of them, and the tabular form. */
export function readNestedJson(files: readonly SourceJson[]): RawReading {
  const reading: RawReading = { rows: [], errors: [], notices: [] }
  for (const file of files) {
    const read = readJson(file.text)
    if (!read.ok) {
      reading.errors.push({
        file: file.name,
        row: read.line,
        column: null,
        code: read.code,
        detail: { column: read.column, found: read.found },
      })
      continue
    }
    const walk: Walk = { file: file.name, rows: [], errors: [], unused: false }
    walkTop(walk, read.value)
    reading.rows.push(...walk.rows)
    reading.errors.push(...walk.errors)
    if (walk.unused) {
      reading.notices.push({
        file: file.name,
        row: null,
        column: null,
        code: 'file_not_used',
        detail: {},
      })
    }
  }
  return mergeRepeated(reading)
}

function walkTop(walk: Walk, value: JsonValue): void {
  if (Array.isArray(value)) {
    for (const item of value) walkTop(walk, item)
    return
  }
  if (typeof value === 'string') {
    notHsds(walk, null)
    return
  }
  const contents = value.members.get('contents')
  if (Array.isArray(contents)) {
    for (const item of contents) walkTop(walk, item)
    return
  }
  if (value.members.has('openapi_url') || value.members.has('resources')) {
    walk.unused = true
    return
  }
  const lists = value.members.has('id') ? [] : tablesIn(value)
  if (lists.length > 0) {
    for (const [table, items] of lists) for (const item of items) walkRow(walk, table, item, [])
    return
  }
  const table = recognise(value) ?? findHsdsTable(walk.file)
  if (table) walkRow(walk, table, value, [])
  else notHsds(walk, value.line)
}

function notHsds(walk: Walk, row: number | null): void {
  walk.errors.push({ file: walk.file, row, column: null, code: 'json_not_hsds', detail: {} })
}

function tablesIn(object: JsonObject): [HsdsTable, JsonValue[]][] {
  const found: [HsdsTable, JsonValue[]][] = []
  for (const [key, value] of object.members) {
    const table = findHsdsTable(key)
    if (table && Array.isArray(value)) found.push([table, value])
  }
  return found
}

function recognise({ members }: JsonObject): HsdsTable | undefined {
  const has = (...keys: string[]) => keys.some((key) => members.has(key))
  if (has('status')) return 'service'
  if (has('location', 'service')) return 'service_at_location'
  if (has('location_type')) return 'location'
  if (has('taxonomy', 'taxonomy_detail', 'term_uri')) return 'taxonomy_term'
  if (has('version') && has('uri')) return 'taxonomy'
  if (has('services', 'website', 'legal_status', 'tax_status', 'organization_identifiers')) {
    return 'organization'
  }
  return undefined
}

/** Adds the row and whatever stands inside it; answers its id. */
function walkRow(walk: Walk, table: HsdsTable, value: JsonValue, owners: readonly Owner[]): string {
  if (typeof value === 'string' || Array.isArray(value)) {
    notHsds(walk, null)
    return ''
  }
  const scalars = scalarsOf(value)
  const id = (scalars.get('id') ?? '').trim()
  const row: RawRow = { table, file: walk.file, line: value.line, values: {}, extra: {} }
  for (const [key, cell] of scalars) {
    if (Object.hasOwn(hsdsTables[table], key)) row.values[key] = cell
    else if (cell !== '') row.extra[key] = cell
  }
  for (const owner of owners) point(row, owner)
  walk.rows.push(row)
  for (const [key, [column, to]] of Object.entries(pointed[table] ?? {})) {
    const target = value.members.get(key)
    if (target === undefined || target === '') continue
    const targetId = walkRow(walk, to, target, [])
    row.values[column] ??= targetId
  }
  for (const [key, child] of Object.entries(inside[table] ?? {})) {
    const items = value.members.get(key)
    if (items === undefined || items === '') continue
    if (!Array.isArray(items)) {
      walk.errors.push({
        file: walk.file,
        row: value.line,
        column: key,
        code: 'json_not_hsds',
        detail: {},
      })
      continue
    }
    for (const item of items) walkRow(walk, child, item, [{ table, id }])
  }
  return id
}

function point(row: RawRow, owner: Owner): void {
  if (row.table === 'attribute') {
    row.values['link_id'] ??= owner.id
    row.values['link_entity'] ??= owner.table
    return
  }
  if (row.table === 'metadata') {
    row.values['resource_id'] ??= owner.id
    return
  }
  const column = `${owner.table}_id`
  if (Object.hasOwn(hsdsTables[row.table], column)) row.values[column] ??= owner.id
}

function scalarsOf(object: JsonObject): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of object.members) {
    if (typeof value === 'string') found.set(key, value.trim())
  }
  return found
}

/**
 * In nested JSON one row stands wherever it is spoken of, each time with another owner. The
 * places are put together again; where they contradict each other it is an error.
 */
function mergeRepeated(reading: RawReading): RawReading {
  const kept = new Map<string, RawRow>()
  const rows: RawRow[] = []
  const errors = [...reading.errors]
  const told = new Set<string>()
  for (const row of reading.rows) {
    const key = `${row.table} ${row.values['id'] ?? ''}`
    const first = kept.get(key)
    if (!first || !row.values['id']) {
      kept.set(key, row)
      rows.push(row)
      continue
    }
    const other = merge(first, row, errors, told)
    if (other) {
      const otherKey = `${other.table} ${other.values['id'] ?? ''}`
      if (!kept.has(otherKey)) rows.push(other)
      kept.set(otherKey, other)
    }
  }
  return { rows, errors, notices: reading.notices }
}

/** Fills `first` from `again`; answers a second row where a second owner of one kind claims it. */
function merge(
  first: RawRow,
  again: RawRow,
  errors: ImportError[],
  told: Set<string>,
): RawRow | undefined {
  let secondOwner: RawRow | undefined
  for (const [column, cell] of Object.entries(again.values)) {
    const before = first.values[column]
    if (cell === '' || isSame(first.table, column, cell, before)) continue
    if (before === undefined || before === '') {
      first.values[column] = cell
      continue
    }
    if (isOwnerColumn(first.table, column)) {
      secondOwner = {
        ...again,
        values: { ...again.values, id: `${again.values['id'] ?? ''}~${cell}` },
      }
      continue
    }
    const conflict = `${first.table} ${first.values['id'] ?? ''} ${column} ${cell}`
    if (told.has(conflict)) continue
    told.add(conflict)
    errors.push({
      file: again.file,
      row: again.line,
      column,
      code: 'id_conflict',
      detail: {
        id: first.values['id'] ?? '',
        first: before.slice(0, 80),
        second: cell.slice(0, 80),
        firstFile: first.file,
        firstRow: first.line ?? 0,
      },
    })
  }
  for (const [column, cell] of Object.entries(again.extra)) first.extra[column] ??= cell
  return secondOwner
}

function isSame(table: HsdsTable, column: string, cell: string, before = ''): boolean {
  if (cell === before) return true
  const time = hsdsTables[table][column]?.cell.kind === 'time' ? readTime(cell) : undefined
  return time !== undefined && time === readTime(before)
}

function isOwnerColumn(table: HsdsTable, column: string): boolean {
  if (column === 'link_id' || column === 'link_entity' || column === 'resource_id') return true
  if (table === 'service' || table === 'service_at_location') return false
  const cell = hsdsTables[table][column]?.cell
  return cell?.kind === 'reference' && cell.owner === true
}
