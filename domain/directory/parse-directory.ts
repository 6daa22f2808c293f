import { buildDirectory } from './build-directory.ts'
import { checkRows } from './check-rows.ts'
import type { Directory, DirectoryFormat } from './directory.ts'
import { findHsdsTable, stemOf } from './hsds-tables.ts'
import type { ImportError, ImportErrorCode, ImportNotice } from './import-problem.ts'
import { readNestedJson } from './read-nested-json.ts'
import { ohanaFiles, readOhana } from './read-ohana.ts'
import { readTabular } from './read-tabular.ts'
import type { SourceFile, SourceTable } from './source-file.ts'

export type DirectoryReading =
  | { ok: true; format: DirectoryFormat; directory: Directory; notices: ImportNotice[] }
  | { ok: false; errors: ImportError[]; notices: ImportNotice[] }

/**
 * Reads a directory of services from its files: HSDS 3.0 as tabular CSV or as JSON (Open
 * Referral's Human Services Data Specification), or the CSV files of Ohana API. Either the whole
 * directory or every error in it; a file with an error gives nothing.
 */
export function parseDirectory(files: readonly SourceFile[]): DirectoryReading {
  const named = detectFormat(files)
  if ('code' in named) {
    return { ok: false, errors: [named], notices: [] }
  }
  const { format } = named
  const missing = findMissingFiles(format, files)
  if (missing.length > 0) return { ok: false, errors: missing, notices: [] }
  const reading = read(format, files)
  const checked = checkRows(reading.rows)
  const errors = [...reading.errors, ...checked.errors]
  const notices = [...reading.notices, ...checked.notices]
  const services = reading.rows.filter((row) => row.table === 'service')
  if (errors.length === 0 && services.length === 0) {
    errors.push(aboutFile(files[0]?.name ?? '', 'nothing_to_import'))
  }
  if (errors.length > 0) return { ok: false, errors: inOrder(errors), notices }
  return { ok: true, format, directory: buildDirectory(reading.rows), notices }
}

function tablesOf(files: readonly SourceFile[]): SourceTable[] {
  return files.filter((file) => file.kind === 'table')
}

function detectFormat(files: readonly SourceFile[]): { format: DirectoryFormat } | ImportError {
  const tables = tablesOf(files)
  const others = files.filter((file) => file.kind === 'json')
  const first = files[0]?.name ?? ''
  if (tables.length === 0) {
    return others.length > 0 ? { format: 'hsds_json' } : aboutFile(first, 'format_unknown')
  }
  const ohana = tables.filter((table) => ohanaFiles.includes(stemOf(table.name)))
  const services = tables.find((table) => findHsdsTable(table.name) === 'service')
  const columns = services?.columns.map((column) => column.trim().toLowerCase()) ?? []
  const looksOhana = columns.includes('location_id') && !columns.includes('organization_id')
  const known = tables.some((table) => findHsdsTable(table.name))
  if (!known && ohana.length === 0) return aboutFile(first, 'format_unknown')
  if (others.some((file) => findHsdsTable(file.name))) return aboutFile(first, 'formats_mixed')
  return { format: looksOhana || ohana.length > 0 ? 'ohana' : 'hsds_tabular' }
}

function findMissingFiles(format: DirectoryFormat, files: readonly SourceFile[]): ImportError[] {
  if (format === 'hsds_json') return []
  const needed =
    format === 'ohana' ? ['organizations', 'locations', 'services'] : ['organizations', 'services']
  const there = new Set(tablesOf(files).map((table) => findHsdsTable(table.name)))
  return needed
    .map((stem) => `${stem}.csv`)
    .filter((name) => !there.has(findHsdsTable(name)))
    .map((name) => aboutFile(name, 'file_missing'))
}

function read(format: DirectoryFormat, files: readonly SourceFile[]) {
  switch (format) {
    case 'hsds_tabular':
      return readTabular(tablesOf(files))
    case 'ohana':
      return readOhana(tablesOf(files))
    case 'hsds_json':
      return readNestedJson(files.filter((file) => file.kind === 'json'))
  }
}

function aboutFile(file: string, code: ImportErrorCode): ImportError {
  return { file, row: null, column: null, code, detail: {} }
}

function inOrder(errors: readonly ImportError[]): ImportError[] {
  return errors.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      ((a.column ?? '') < (b.column ?? '') ? -1 : 1),
  )
}
