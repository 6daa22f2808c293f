import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type OsUser = { uid: number; gid: number }

/** Whom PostgreSQL runs as: it refuses root, so for root the user `postgres`, made if missing. */
export async function findOsUser(): Promise<OsUser | undefined> {
  if (process.platform === 'win32' || userInfo().uid !== 0) return undefined
  const found = await lookUp()
  if (found) return found
  await createUser()
  const made = await lookUp()
  if (made) return made
  throw new Error(
    'PostgreSQL does not run as root and no user "postgres" could be made. ' +
      'Start Peyvand as another user, or add the user: useradd --system postgres',
  )
}

async function lookUp(): Promise<OsUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([
      run('id', ['-u', 'postgres']),
      run('id', ['-g', 'postgres']),
    ])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function createUser(): Promise<void> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  } catch {
    // Small systems (busybox) have adduser alone; the look-up that follows tells whether it worked.
    await run('adduser', ['-S', '-D', '-H', 'postgres']).catch(() => undefined)
  }
}
