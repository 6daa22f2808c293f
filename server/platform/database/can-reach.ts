import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { OsUser } from './find-os-user.ts'

/** Whether a user may pass through every folder above and into `path`, which exists. */
export async function canReach(path: string, user: OsUser): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
