import { execFile } from 'node:child_process'
import { readlink, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './find-binaries.ts'
import { isAlive } from './is-alive.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { stopPostgres } from './stop-postgres.ts'

const run = promisify(execFile)

/**
 * Ends, in order, the PostgreSQL that outlived a killed server. A number left behind by one that
 * died, and since given to another program, is forgotten.
 */
export async function stopOrphan(
  binaries: Binaries,
  folder: string,
  log: (line: string) => void,
): Promise<void> {
  const postmaster = await readPostmasterFile(folder)
  if (!postmaster) return
  if (isAlive(postmaster.pid) && (await isPostgresOf(postmaster.pid, folder))) {
    log(
      `The database of an earlier run still works (process ${postmaster.pid}): ending it in order`,
    )
    await stopPostgres(binaries, folder, postmaster.pid)
  } else {
    // Its shared memory still tells PostgreSQL of any process that did survive.
    await rm(join(folder, 'postmaster.pid'), { force: true })
  }
}

async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const [program, place] = await Promise.all([
      readlink(`/proc/${pid}/exe`).catch(() => ''),
      readlink(`/proc/${pid}/cwd`).catch(() => ''),
    ])
    return basename(program).startsWith('postgres') && place === folder
  }
  const command = await readCommand(pid)
  return command.includes('postgres') && command.includes(folder)
}

async function readCommand(pid: number): Promise<string> {
  const [program, options] =
    process.platform === 'win32'
      ? ['wmic', ['process', 'where', `processid=${pid}`, 'get', 'commandline']]
      : ['ps', ['-ww', '-o', 'command=', '-p', String(pid)]]
  return run(program, options).then(
    ({ stdout }) => stdout,
    () => '',
  )
}
