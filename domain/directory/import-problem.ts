/** Why a file cannot be imported. A file with one of these imports nothing. */
export const importErrorCodes = [
  'encoding_utf16',
  'encoding_windows_1256',
  'encoding_unknown',
  'file_too_large',
  'too_many_files',
  'file_empty',
  'file_missing',
  'format_unknown',
  'formats_mixed',
  'nothing_to_import',
  'csv_broken',
  'json_broken',
  'json_too_deep',
  'json_not_hsds',
  'column_missing',
  'column_duplicate',
  'cell_count_wrong',
  'value_missing',
  'value_not_allowed',
  'text_too_long',
  'character_not_allowed',
  'id_duplicate',
  'id_conflict',
  'reference_dangling',
  'owner_missing',
  'day_not_real',
  'day_looks_jalali',
  'time_not_real',
  'number_wrong',
  'number_out_of_range',
  'range_reversed',
] as const

export type ImportErrorCode = (typeof importErrorCodes)[number]

/** What was imported otherwise than it stood; nothing here stops an import. */
export const importNoticeCodes = [
  'file_not_used',
  'column_extra',
  'reference_dropped',
  'coordinates_dropped',
  'closes_before_opens',
] as const

export type ImportNoticeCode = (typeof importNoticeCodes)[number]

interface Problem<Code> {
  file: string
  /** Line of the file; absent where the whole file is meant. */
  row: number | null
  /** Column of a table, or path inside a JSON object. */
  column: string | null
  code: Code
  /** What the sentence about it needs: the value found, what was expected, the first line. */
  detail: Record<string, string | number>
}

export type ImportError = Problem<ImportErrorCode>
export type ImportNotice = Problem<ImportNoticeCode>
