import { Command } from 'commander'
import { addBackup } from './commands/backup.ts'
import { addKeysCreate } from './commands/create-keys.ts'
import { addMigrate } from './commands/migrate.ts'
import { addRestore } from './commands/restore.ts'
import { WrongStart } from './platform/config/config.ts'

const program = new Command('npm run peyvand --')
  .description("Peyvand · پیوند: the operator's command line")
  .showHelpAfterError()
addMigrate(program)
addBackup(program)
addRestore(program)
addKeysCreate(program)

try {
  await program.parseAsync()
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  console.error(`\n  ${process.env.PEYVAND_DEBUG ? stack : message}\n`)
  process.exitCode = error instanceof WrongStart ? 2 : 1
}
