import { resolve } from 'node:path'
import type { Command } from 'commander'
import { backUp } from '../platform/archive/back-up.ts'
import { operate, withDatabase } from './operate.ts'
import type { DatabaseOptions } from './operate.ts'
import { readPassphrase } from './read-passphrase.ts'
import { tell } from './tell.ts'

type Options = DatabaseOptions & { passphraseFile?: string }

export function addBackup(program: Command): void {
  withDatabase(program.command('backup <file>'))
    .description('write everything into one encrypted file, while Peyvand works')
    .option('--passphrase-file <file>', 'where the passphrase stands (else PEYVAND_PASSPHRASE)')
    .action(async (file: string, options: Options) => {
      const passphrase = await readPassphrase(options.passphraseFile, true)
      await operate('backup', options, async ({ database, terminal }) => {
        const { ownerUrl } = database
        const keys = await database.loadKeys()
        const made = await terminal.step('Backing up', (note) =>
          backUp({
            ownerUrl,
            keys,
            file: resolve(file),
            passphrase,
            onProgress: (rows) => note(`${rows} rows`),
          }),
        )
        tell(`${file}: ${made.rows} rows, ${made.bytes} bytes`)
      })
    })
}
