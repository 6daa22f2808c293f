import { copyFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { isOpenedBy } from '../platform/archive/is-opened-by.ts'
import { restore } from '../platform/archive/restore.ts'
import { writeKeys } from '../platform/keys.ts'
import { operate, withDatabase } from './operate.ts'
import type { DatabaseOptions, Operation } from './operate.ts'
import { findPassphrase, readPassphrase } from './read-passphrase.ts'
import { tell } from './tell.ts'

type Options = DatabaseOptions & { passphraseFile?: string }

export function addRestore(program: Command): void {
  withDatabase(program.command('restore <file>'))
    .description('bring such a file into an empty database; end the server first')
    .option('--passphrase-file <file>', 'where the passphrase stands (else PEYVAND_PASSPHRASE)')
    .action(async (file: string, options: Options) => {
      const archive = resolve(file)
      await operate('restore', options, (operation) => bringBack(archive, options, operation), true)
      tell(`Restored from ${file}. Everybody signs in again.`)
    })
}

async function bringBack(
  archive: string,
  options: Options,
  { database, terminal, config }: Operation,
): Promise<void> {
  const { ownerUrl } = database
  const keys = await database.loadKeys()
  await restore({
    ownerUrl,
    file: archive,
    passphrase: await choosePassphrase(archive, options, keys.backups),
    log: (line) => terminal.say(`  · ${line}`),
    keepKeys: async (found) => {
      await copyFile(config.keysFile, `${config.keysFile}.before`)
      await writeKeys(config.keysFile, { ...keys, ...found })
    },
  })
}

/** Backups made before migrations open with this data folder's own key. */
async function choosePassphrase(archive: string, options: Options, own: string): Promise<string> {
  const given = await findPassphrase(options.passphraseFile)
  if (given !== undefined) return given
  if (await isOpenedBy(archive, own)) return own
  return readPassphrase(undefined, false)
}
