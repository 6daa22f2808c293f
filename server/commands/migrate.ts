import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { prepareDatabase } from '../platform/database/prepare-database.ts'
import { setLoginPasswords } from '../platform/database/set-login-passwords.ts'
import { migrate } from '../platform/db/migrate.ts'
import { operate, withDatabase } from './operate.ts'
import type { DatabaseOptions, Operation } from './operate.ts'
import { tell } from './tell.ts'

type Options = DatabaseOptions & {
  webPasswordFile?: string
  workerPasswordFile?: string
  makePasswords?: boolean
}

export function addMigrate(program: Command): void {
  withDatabase(program.command('migrate'))
    .description('bring the tables up to date; on a PostgreSQL server also make its roles')
    .option('--web-password-file <file>', 'give the login peyvand_web this password')
    .option('--worker-password-file <file>', 'give the login peyvand_worker this password')
    .option('--make-passwords', 'make both passwords and print what to set')
    .action((options: Options) =>
      operate('migrate', options, (operation) => migrateNow(options, operation)),
    )
}

async function migrateNow(options: Options, operation: Operation): Promise<void> {
  const { database, terminal, config } = operation
  const ownServer = options.databaseUrl ?? process.env.OWNER_DATABASE_URL
  if (ownServer === undefined) {
    const { ownerUrl } = database
    const keys = await database.loadKeys()
    await prepareDatabase({ ownerUrl, keys, dataFolder: config.dataFolder, terminal })
    tell('The tables are up to date.')
    return
  }
  const ran = await terminal.step('Bringing the tables up to date', (note) =>
    migrate(ownServer, { log: note }),
  )
  tell(`The tables are up to date (${ran.length} migrations ran).`)
  await setPasswords(ownServer, options)
}

async function setPasswords(ownerUrl: string, options: Options): Promise<void> {
  const make = () => (options.makePasswords ? randomBytes(24).toString('base64url') : undefined)
  const web = (await readSecret(options.webPasswordFile)) ?? make()
  const worker = (await readSecret(options.workerPasswordFile)) ?? make()
  await setLoginPasswords(ownerUrl, { web, worker })
  const url = (login: string, password: string) => {
    const address = new URL(ownerUrl)
    address.username = login
    address.password = password
    return address.toString()
  }
  const shown = options.makePasswords === true
  tell('\nStart the server with:')
  tell(`  DATABASE_URL=${url('peyvand_web', shown && web ? web : '…')}`)
  tell(`  JOBS_DATABASE_URL=${url('peyvand_worker', shown && worker ? worker : '…')}`)
}

async function readSecret(file: string | undefined): Promise<string | undefined> {
  return file === undefined ? undefined : (await readFile(file, 'utf8')).trim()
}
