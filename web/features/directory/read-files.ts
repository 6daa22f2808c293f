import type { ImportError } from '@peyvand/domain/directory/import-problem.ts'
import { directoryLimits } from '@peyvand/domain/directory/limits.ts'
import { recogniseEncoding } from '@peyvand/domain/directory/recognise-encoding.ts'

interface ReadFiles {
  files: { name: string; text: string }[]
  errors: ImportError[]
}

/** Files as text, or what is wrong with them before anything is sent: too large, or not UTF-8. */
export async function readFiles(chosen: readonly File[]): Promise<ReadFiles> {
  const bytes = chosen.reduce((sum, file) => sum + file.size, 0)
  const { files: most, webBytes } = directoryLimits
  if (chosen.length > most) {
    return fault(chosen[0]?.name ?? '', 'too_many_files', { found: chosen.length, most })
  }
  // Text in JSON takes a little more room than in its file.
  if (bytes * 1.1 > webBytes) {
    const largest = chosen.reduce((a, b) => (b.size > a.size ? b : a))
    return fault(largest.name, 'file_too_large', {
      megabytes: Math.ceil(bytes / 1_000_000),
      most: Math.floor(webBytes / 1_100_000),
    })
  }
  const read: ReadFiles = { files: [], errors: [] }
  for (const file of chosen) {
    const content = new Uint8Array(await file.arrayBuffer())
    const encoding = recogniseEncoding(content)
    if (encoding === 'utf8') {
      read.files.push({ name: file.name, text: new TextDecoder().decode(content) })
    } else {
      read.errors.push(...fault(file.name, `encoding_${encoding}`).errors)
    }
  }
  return read
}

function fault(
  file: string,
  code: ImportError['code'],
  detail: ImportError['detail'] = {},
): ReadFiles {
  return { files: [], errors: [{ file, row: null, column: null, code, detail }] }
}
