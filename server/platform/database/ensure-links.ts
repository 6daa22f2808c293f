import { readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The libraries' links, which the package makes itself unless install scripts are turned off. */
export async function ensureLinks(packageFolder: string): Promise<void> {
  const file = join(packageFolder, 'native/pg-symlinks.json')
  const text = await readFile(file, 'utf8').catch(() => '[]')
  for (const { source, target } of links.parse(JSON.parse(text))) {
    const at = join(packageFolder, target)
    try {
      if (dirname(source) === dirname(target)) await symlink(basename(source), at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
