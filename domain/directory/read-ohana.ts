import { stemOf } from './hsds-tables.ts'
import { ohanaTables } from './ohana-tables.ts'
import type { AddRow, OhanaTable } from './ohana-tables.ts'
import type { RawRow } from './raw-row.ts'
import { readTable } from './read-table.ts'
import type { RawReading } from './read-tabular.ts'
import type { SourceTable } from './source-file.ts'

/** Files by which Ohana's form is known: the standard has none of them. */
export const ohanaFiles = ['regular_schedules', 'holiday_schedules', 'mail_addresses', 'taxonomy']

/** Reads the CSV files of Ohana API, which put places first and lists into cells. */
export function readOhana(files: readonly SourceTable[]): RawReading {
  const reading: RawReading = { rows: [], errors: [], notices: [] }
  for (const file of files) {
    const stem = stemOf(file.name)
    const form = Object.hasOwn(ohanaTables, stem) ? ohanaTables[stem] : undefined
    if (!form) {
      reading.notices.push({
        file: file.name,
        row: null,
        column: null,
        code: 'file_not_used',
        detail: {},
      })
      continue
    }
    readFile(file, stem, form, reading)
  }
  tellOrganisations(reading.rows)
  return reading
}

function readFile(file: SourceTable, stem: string, form: OhanaTable, reading: RawReading): void {
  const read = readTable(file, Object.keys(form.columns), form.needed)
  reading.errors.push(...read.errors)
  reading.notices.push(...read.notices)
  const named = Object.fromEntries(
    Object.entries(form.columns)
      .filter(([, standard]) => standard !== '')
      .map(([column, standard]) => [standard, column]),
  )
  const told = new Set([...read.missing].map((column) => form.columns[column] ?? column))
  for (const { line, cells } of read.lines) {
    const row: RawRow = {
      table: form.table,
      file: file.name,
      line,
      values: {},
      extra: {},
      named,
      told,
    }
    for (const [column, cell] of Object.entries(cells)) {
      const standard = form.columns[column]
      if (standard) row.values[standard] = cell
      else if (standard === undefined && column !== '' && cell !== '') row.extra[column] = cell
    }
    reading.rows.push(row)
    let part = 0
    const add: AddRow = (table, values, column) => {
      const id = `${stem}-${cells['id'] ?? ''}-${column}-${String(++part)}`
      const from = Object.fromEntries(Object.keys(values).map((key) => [key, column]))
      reading.rows.push({
        table,
        file: file.name,
        line,
        values: { id, ...values },
        extra: {},
        named: from,
        told: new Set(read.missing.has(column) ? Object.keys(values) : []),
      })
    }
    form.spread?.(cells, add, row, reading.errors)
  }
}

/** Ohana's services name their place; the organisation is the place's. */
function tellOrganisations(rows: readonly RawRow[]): void {
  const organisationOf = new Map<string, string>()
  const placeOf = new Map<string, string>()
  for (const row of rows) {
    if (row.table === 'location') {
      organisationOf.set(row.values['id'] ?? '', row.values['organization_id'] ?? '')
    }
    if (row.table === 'service_at_location') {
      placeOf.set(row.values['service_id'] ?? '', row.values['location_id'] ?? '')
    }
  }
  for (const row of rows) {
    if (row.table !== 'service') continue
    const place = placeOf.get(row.values['id'] ?? '') ?? ''
    const organisation = organisationOf.get(place)
    if (organisation) row.values['organization_id'] = organisation
    // Without its place the service has no organisation either; the place's error says it all.
    else row.told = new Set([...(row.told ?? []), 'organization_id'])
  }
}
