import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, fchownSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dataPath } from './data-path.ts'
import type { Binaries } from './find-binaries.ts'
import type { OsUser } from './find-os-user.ts'
import { readPostmasterFile } from './postmaster-file.ts'

type Options = {
  binaries: Binaries
  user: OsUser | undefined
  folder: string
  port: number
  /** Takes what PostgreSQL says; a file, so that it outlives this process. */
  logFile: string
  settings: Record<string, string>
}

// What is left of a killed PostgreSQL goes within moments.
const patience = 30_000

/** Starts PostgreSQL as a child on loopback and waits until it answers. */
export async function startPostgres(options: Options): Promise<ChildProcess> {
  const began = performance.now()
  for (;;) {
    try {
      return await tryToStart(options)
    } catch (error) {
      const leftovers = /shared memory block .* is still in use/.test((error as Error).message)
      if (!leftovers || performance.now() - began > patience) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

async function tryToStart(options: Options): Promise<ChildProcess> {
  const { user, folder, logFile } = options
  const log = openSync(logFile, 'a', 0o600)
  if (user) fchownSync(log, user.uid, user.gid)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(options.port),
    ...options.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A session of its own: Ctrl-C in the terminal reaches the server, which ends things in order.
  const child = spawn(options.binaries.postgres, ['-D', dataPath(folder, user), ...flags], {
    ...user,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...keptEnvironment(), LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(log)
  await waitUntilReady(child, folder, logFile)
  return child
}

// Nothing of ours (a passphrase, say) lives on in a process that may outlive us.
function keptEnvironment(): NodeJS.ProcessEnv {
  const { PATH, LD_LIBRARY_PATH, DYLD_LIBRARY_PATH, SystemRoot, TEMP } = process.env
  return { PATH, LD_LIBRARY_PATH, DYLD_LIBRARY_PATH, SystemRoot, TEMP }
}

async function waitUntilReady(child: ChildProcess, folder: string, logFile: string): Promise<void> {
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  for (;;) {
    if (failure) throw failure
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`PostgreSQL did not start: ${await lastLines(logFile)}`)
    }
    const postmaster = await readPostmasterFile(folder)
    if (postmaster?.pid === child.pid && postmaster?.ready) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function lastLines(logFile: string): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-3).join(' | ')
}
