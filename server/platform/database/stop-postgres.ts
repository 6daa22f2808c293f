import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Binaries } from './find-binaries.ts'
import { isAlive } from './is-alive.ts'

const run = promisify(execFile)

/** Ends PostgreSQL in order: open transactions are rolled back, everything is written. */
export async function stopPostgres(binaries: Binaries, folder: string, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await run(binaries.pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60'])
    return
  }
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}
