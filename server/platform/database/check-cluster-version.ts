import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './find-binaries.ts'

const run = promisify(execFile)

/** Refuses data of another PostgreSQL major, which this one cannot read. */
export async function checkClusterVersion(binaries: Binaries, folder: string): Promise<void> {
  const written = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim()
  const { stdout } = await run(binaries.postgres, ['--version'])
  const major = /(\d+)/.exec(stdout)?.[1]
  if (written === major) return
  throw new Error(
    `This data was written by PostgreSQL ${written}, and this version of Peyvand brings ${major}. ` +
      'Make a backup with the version that wrote it (npm run peyvand -- backup FILE) and restore it into a new data folder.',
  )
}
