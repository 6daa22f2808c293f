import './start-lightly.ts'
import { Command } from 'commander'
import { ZodError } from 'zod'
import { addAuditVerify } from './commands/audit-verify.ts'
import { addBackup } from './commands/backup.ts'
import { addImportHsds } from './commands/import-hsds.ts'
import { addImportQuestionnaire } from './commands/import-questionnaire.ts'
import { addKeysCreate } from './commands/create-keys.ts'
import { addMigrate } from './commands/migrate.ts'
import { addRestore } from './commands/restore.ts'
import { addTokenCreate } from './commands/add-token-create.ts'
import { addUserAdd } from './commands/add-user-add.ts'
import { WrongStart } from './platform/config/config.ts'

const program = new Command('npm run peyvand --')
  .description("Peyvand · پیوند: the operator's command line")
  .showHelpAfterError()
addMigrate(program)
addBackup(program)
addRestore(program)
const importCommand = program.command('import').description('take in what others published')
addImportHsds(importCommand)
addImportQuestionnaire(importCommand)
addUserAdd(program)
addTokenCreate(program)
addAuditVerify(program)
addKeysCreate(program)

try {
  await program.parseAsync()
} catch (error) {
  console.error(`\n  ${process.env.PEYVAND_DEBUG ? String((error as Error).stack) : say(error)}\n`)
  process.exitCode = error instanceof WrongStart ? 2 : 1
}

function say(error: unknown): string {
  if (error instanceof ZodError) {
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n  ')
  }
  return error instanceof Error ? error.message : String(error)
}
