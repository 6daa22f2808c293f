import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath } from './data-path.ts'
import type { Binaries } from './find-binaries.ts'
import type { OsUser } from './find-os-user.ts'

// Without these an unset LANG gives SQL_ASCII, and trigram search of Persian finds nothing.
const builtinLocale = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  process.platform === 'win32' ? '--locale=C' : '--locale=C.UTF-8',
]

/**
 * Makes an empty cluster in `folder` whose superuser `postgres` has this password. The folder above
 * belongs to `user`.
 */
export async function createCluster(
  binaries: Binaries,
  user: OsUser | undefined,
  folder: string,
  password: string,
  locale = builtinLocale,
): Promise<void> {
  const secret = `password-${randomBytes(6).toString('hex')}`
  const file = join(folder, '..', secret)
  try {
    await mkdir(folder, { mode: 0o700 })
    await writeFile(file, `${password}\n`, { mode: 0o600 })
    if (user) {
      await chown(folder, user.uid, user.gid)
      await chown(file, user.uid, user.gid)
    }
    await runInitdb(binaries.initdb, user, folder, [
      `--pgdata=${dataPath(folder, user)}`,
      '--username=postgres',
      `--pwfile=${join('..', secret)}`,
      '--auth=scram-sha-256',
      '--lc-messages=C',
      '--no-instructions',
      ...locale,
    ])
  } finally {
    await rm(file, { force: true })
  }
}

function runInitdb(
  initdb: string,
  user: OsUser | undefined,
  folder: string,
  options: string[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, options, {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The database could not be made: ${said.trim()}`))
    })
  })
}
