import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, realpath, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { canReach } from './can-reach.ts'
import { sharedFolder } from './find-binaries.ts'
import type { OsUser } from './find-os-user.ts'

/**
 * The folder of the cluster inside the data folder. Where PostgreSQL's user may not pass (root's
 * own home), `data/postgres` is a link to a folder it may.
 */
export async function findHome(dataFolder: string, user: OsUser | undefined): Promise<string> {
  await mkdir(dataFolder, { recursive: true, mode: user ? 0o711 : 0o700 })
  const home = join(dataFolder, 'postgres')
  if (await isThere(home)) return realpath(home)
  if (!user || (await canReach(dataFolder, user))) {
    await mkdir(home, { mode: 0o700 })
    if (user) await chown(home, user.uid, user.gid)
    return realpath(home)
  }
  const name = createHash('sha256')
    .update(await realpath(dataFolder))
    .digest('hex')
    .slice(0, 12)
  const outside = join(sharedFolder, `data-${name}`)
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 })
  await mkdir(outside, { recursive: true, mode: 0o700 })
  await chown(outside, user.uid, user.gid)
  await symlink(outside, home)
  return outside
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
