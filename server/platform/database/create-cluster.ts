import { spawn } from 'node:child_process'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './find-binaries.ts'
import type { OsUser } from './find-os-user.ts'

// Without these an unset LANG gives SQL_ASCII, and trigram search of Persian finds nothing.
const builtinLocale = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  process.platform === 'win32' ? '--locale=C' : '--locale=C.UTF-8',
]

/** Makes an empty cluster in `folder` whose superuser `postgres` has this password. */
export async function createCluster(
  binaries: Binaries,
  user: OsUser | undefined,
  folder: string,
  password: string,
  locale = builtinLocale,
): Promise<void> {
  const secret = await mkdtemp(join(tmpdir(), 'peyvand-'))
  const file = join(secret, 'password')
  try {
    await writeFile(file, `${password}\n`, { mode: 0o600 })
    if (user) {
      await chown(secret, user.uid, user.gid)
      await chown(file, user.uid, user.gid)
    }
    await runInitdb(binaries.initdb, user, [
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${file}`,
      '--auth=scram-sha-256',
      '--lc-messages=C',
      '--no-instructions',
      ...locale,
    ])
    await chmod(folder, 0o700)
  } finally {
    await rm(secret, { recursive: true, force: true })
  }
}

function runInitdb(initdb: string, user: OsUser | undefined, options: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, options, { ...user, stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' })
    let said = ''
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The database could not be made: ${said.trim()}`))
    })
  })
}
