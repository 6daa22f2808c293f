import type { ImportError, ImportNotice } from '@peyvand/domain/directory/import-problem.ts'

type Detail = ImportError['detail']

const sentences: Record<ImportError['code'], (detail: Detail) => string> = {
  encoding_utf16: () => 'is written in UTF-16. Save it as "CSV UTF-8".',
  encoding_windows_1256: () =>
    'is written in Windows-1256 (old Persian or Arabic). Save it as UTF-8.',
  encoding_unknown: () => 'is not written in UTF-8. Save it as UTF-8.',
  file_too_large: ({ bytes, most }) =>
    `is too large: ${bytes} bytes with the others, at most ${most}. Import it in parts.`,
  too_many_files: ({ found, most }) => `holds ${found} files, at most ${most} are read.`,
  file_empty: () => 'is empty.',
  file_missing: () => 'is missing.',
  format_unknown: () => 'is no directory we know: HSDS 3.0 (CSV or JSON) or Ohana CSV.',
  formats_mixed: () => 'stands beside files of another format. Import one directory at a time.',
  nothing_to_import: () => 'has no service in it.',
  csv_broken: ({ reason }) => `cannot be read as a table from here on (${reason}).`,
  json_broken: ({ column, found }) =>
    `JSON is broken at character ${column}${found ? `, before "${found}"` : ''}.`,
  json_too_deep: () => 'JSON is nested too deep.',
  json_not_hsds: () => 'is not an object of HSDS 3.0.',
  column_missing: () => 'column is missing.',
  column_duplicate: () => 'column stands twice.',
  cell_count_wrong: ({ expected, found }) => `has ${found} cells where ${expected} are expected.`,
  value_missing: () => 'is empty and is needed.',
  value_not_allowed: ({ found, allowed }) => `"${found}" is none of: ${allowed}.`,
  text_too_long: ({ length, most }) => `has ${length} letters, at most ${most} are kept.`,
  character_not_allowed: () => 'holds a letter that cannot be kept (a control character).',
  id_duplicate: ({ id, firstFile, firstRow }) =>
    `id "${id}" stands already in ${firstFile}, line ${firstRow}.`,
  id_conflict: ({ id, first, second, firstFile, firstRow }) =>
    `"${second}" contradicts "${first}" of the same id ${id} in ${firstFile}, line ${firstRow}.`,
  reference_dangling: ({ id, table }) => `"${id}" points to no ${table} of these files.`,
  owner_missing: () => 'says neither service nor place nor organisation it belongs to.',
  day_not_real: ({ found }) => `"${found}" is no day. Write it as 2026-11-21.`,
  day_looks_jalali: ({ found }) =>
    `"${found}" looks like a Jalali date. Write it in the Gregorian calendar, as 2026-11-21.`,
  time_not_real: ({ found }) => `"${found}" is no time of day. Write it as 08:30.`,
  number_wrong: ({ found }) => `"${found}" is no number.`,
  number_out_of_range: ({ found, least, most }) => `${found} is not between ${least} and ${most}.`,
  range_reversed: ({ from, to }) => `ends (${to}) before it begins (${from}).`,
}

/** One line for the operator: which file, line and column, and what is wrong with it. */
export function describeImportError({ file, row, column, code, detail }: ImportError): string {
  return `${placeOf(file, row, column)}: ${sentences[code](detail)}`
}

const notices: Record<ImportNotice['code'], (detail: Detail) => string> = {
  file_not_used: () => 'was not used.',
  column_extra: ({ values }) => `is no column of the standard; its ${values} values are kept.`,
  reference_dropped: ({ id, table }) =>
    `pointed to ${table} "${id}", which is not there; left out.`,
  coordinates_dropped: ({ latitude, longitude }) =>
    `${latitude}, ${longitude} is no point on earth; the place has no point.`,
  closes_before_opens: ({ opens, closes }) => `closes at ${closes}, before it opens at ${opens}.`,
}

/** One line for the operator: what was taken in otherwise than it stood. */
export function describeImportNotice({ file, row, column, code, detail }: ImportNotice): string {
  return `${placeOf(file, row, column)}: ${notices[code](detail)}`
}

function placeOf(file: string, row: number | null, column: string | null): string {
  return [
    file,
    ...(row === null ? [] : [`line ${row}`]),
    ...(column === null ? [] : [column]),
  ].join(', ')
}
