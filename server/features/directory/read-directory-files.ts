import { parse, CsvError } from 'csv-parse/sync'
import { recogniseEncoding } from '@peyvand/domain/directory/recognise-encoding.ts'
import type { ImportError } from '@peyvand/domain/directory/import-problem.ts'
import type { SourceFile } from '@peyvand/domain/directory/source-file.ts'

interface GivenFile {
  name: string
  /** The bytes as they are on disk, or the text a browser has decoded already. */
  content: Uint8Array | string
}

/** Files as they were given → tables and JSON texts, with what could not even be read as such. */
export function readDirectoryFiles(given: readonly GivenFile[]): {
  files: SourceFile[]
  errors: ImportError[]
} {
  const files: SourceFile[] = []
  const errors: ImportError[] = []
  for (const { name, content } of given) {
    const decoded = decode(name, content)
    const read = 'code' in decoded ? decoded : readFile(name, decoded.text)
    if ('code' in read) errors.push(read)
    else files.push(read)
  }
  return { files, errors }
}

function decode(name: string, content: Uint8Array | string): { text: string } | ImportError {
  if (typeof content === 'string') return { text: content.replace(/^\uFEFF/, '') }
  const encoding = recogniseEncoding(content)
  switch (encoding) {
    case 'utf8':
      return { text: new TextDecoder().decode(content) }
    case 'utf16':
    case 'windows_1256':
    case 'unknown':
      return { file: name, row: null, column: null, code: `encoding_${encoding}`, detail: {} }
  }
}

function readFile(name: string, text: string): SourceFile | ImportError {
  if (text.trim() === '') {
    return { file: name, row: null, column: null, code: 'file_empty', detail: {} }
  }
  if (/\.json$/i.test(name)) return { kind: 'json', name, text }
  return readCsv(name, text)
}

interface Line {
  record: string[]
  info: { lines: number }
}

function readCsv(name: string, text: string): SourceFile | ImportError {
  try {
    const lines = parse(text, {
      delimiter: findDelimiter(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Line[]
    const [header, ...rows] = lines
    return {
      kind: 'table',
      name,
      columns: header?.record ?? [],
      rows: rows.map(({ record, info }) => ({
        line: info.lines - breaksIn(record),
        cells: record,
      })),
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      file: name,
      row: typeof error['lines'] === 'number' ? error['lines'] : null,
      column: null,
      code: 'csv_broken',
      detail: { reason: error.code },
    }
  }
}

/** A row that spans lines begins where its first cell does. */
function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}

/** Spreadsheets in some languages write semicolons or tabs between cells. */
function findDelimiter(text: string): string {
  const header = text.slice(0, text.search(/\r?\n|$/))
  const count = (mark: string) => header.split(mark).length - 1
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
