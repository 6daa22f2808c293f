import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backUp } from '../archive/back-up.ts'
import { listPendingMigrations, migrate } from '../db/migrate.ts'
import type { Keys } from '../keys.ts'
import type { Terminal } from '../terminal.ts'
import { setLoginPasswords } from './set-login-passwords.ts'

const keptBackups = 5

type Options = { ownerUrl: string; keys: Keys; dataFolder: string; terminal: Terminal }

/** Brings the embedded database up to date, after a backup where there is something to lose. */
export async function prepareDatabase(options: Options): Promise<void> {
  const { ownerUrl, keys, terminal } = options
  const { pending, applied } = await listPendingMigrations(ownerUrl)
  const next = pending[0]
  if (next !== undefined) {
    if (applied.length > 0) await backUpBefore(next, options)
    await terminal.step('Bringing the tables up to date', (note) =>
      migrate(ownerUrl, { log: note }),
    )
  }
  await setLoginPasswords(ownerUrl, { web: keys.database.web, worker: keys.database.worker })
}

async function backUpBefore(
  migration: string,
  { ownerUrl, keys, dataFolder, terminal }: Options,
): Promise<void> {
  const folder = join(dataFolder, 'backups')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const at = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const file = join(folder, `${at}-before-${migration.slice(0, 4)}.peyvand`)
  await terminal.step('Backing up before the tables change', (note) =>
    backUp({
      ownerUrl,
      keys,
      file,
      passphrase: keys.backups,
      onProgress: (rows) => note(`${rows} rows`),
    }),
  )
  await removeOldBackups(folder)
}

async function removeOldBackups(folder: string): Promise<void> {
  const ours = (await readdir(folder)).filter((name) => /-before-\d{4}\.peyvand$/.test(name)).sort()
  for (const name of ours.slice(0, -keptBackups)) await rm(join(folder, name))
}
