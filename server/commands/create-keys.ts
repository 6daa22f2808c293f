import type { Command } from 'commander'
import { WrongStart } from '../platform/config/config.ts'
import { findKeys, loadKeys } from '../platform/keys.ts'
import { tell } from './tell.ts'

export function addKeysCreate(program: Command): void {
  program
    .command('keys')
    .description('the secrets outside the database')
    .command('create <file>')
    .description('make them for a PostgreSQL server; every server process gets the same file')
    .action(async (file: string) => {
      if (await findKeys(file)) throw new WrongStart(`${file} holds keys already.`)
      await loadKeys(file)
      tell(`PEYVAND_KEYS_FILE=${file}`)
    })
}
