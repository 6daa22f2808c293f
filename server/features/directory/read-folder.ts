import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { directoryLimits } from '@peyvand/domain/directory/limits.ts'
import type { ImportError } from '@peyvand/domain/directory/import-problem.ts'

export interface FolderFile {
  name: string
  content: Uint8Array
}

/** The CSV and JSON files of a folder, or one file; nothing is read where they are too large. */
export async function readFolder(
  path: string,
): Promise<{ files: FolderFile[] } | { error: ImportError }> {
  const names = await listFiles(path)
  const paths = names.map((name) => (name === '' ? path : join(path, name)))
  const sizes = await Promise.all(paths.map(async (file) => (await stat(file)).size))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  if (paths.length > directoryLimits.files) {
    return {
      error: problem(path, 'too_many_files', { found: paths.length, most: directoryLimits.files }),
    }
  }
  if (bytes > directoryLimits.commandBytes) {
    const largest = paths[sizes.indexOf(Math.max(...sizes))] ?? path
    return {
      error: problem(largest, 'file_too_large', { bytes, most: directoryLimits.commandBytes }),
    }
  }
  const files = await Promise.all(
    paths.map(async (file) => ({ name: basename(file), content: await readFile(file) })),
  )
  return { files }
}

async function listFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new Error(`There is no file or folder ${path}.`)
  if (found.isFile()) return ['']
  return (await readdir(path)).filter((name) => /\.(csv|json)$/i.test(name)).toSorted()
}

function problem(
  path: string,
  code: ImportError['code'],
  detail: ImportError['detail'],
): ImportError {
  return { file: basename(path), row: null, column: null, code, detail }
}
