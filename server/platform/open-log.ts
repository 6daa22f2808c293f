import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { destination } from 'pino'
import { createLog } from './log.ts'
import type { Log } from './log.ts'

/**
 * JSON lines go to standard error, where services collect them. At a terminal, where a person
 * reads, they go to `data/server.log` instead; the file of the run before is kept beside it.
 */
export async function openLog(dataFolder: string): Promise<Log> {
  if (!process.stderr.isTTY) return createLog(destination({ dest: 2, sync: false }))
  await mkdir(dataFolder, { recursive: true, mode: 0o711 })
  const file = join(dataFolder, 'server.log')
  await rename(file, `${file}.before`).catch(() => undefined)
  return createLog(destination({ dest: file, mode: 0o600, sync: false }))
}
