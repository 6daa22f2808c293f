import type { OsUser } from './find-os-user.ts'

/**
 * How PostgreSQL, started inside its folder, is told of it. Another user may be barred from the
 * folders above (root's own home), but not from the one it stands in.
 */
export function dataPath(folder: string, user: OsUser | undefined): string {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : folder
}
