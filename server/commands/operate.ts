import type { Command } from 'commander'
import { WrongStart } from '../platform/config/config.ts'
import type { Config } from '../platform/config/config.ts'
import { readConfig } from '../platform/config/read-config.ts'
import { openForOperator } from '../platform/database/open-for-operator.ts'
import type { OperatorDatabase } from '../platform/database/open-for-operator.ts'
import { openTerminal } from '../platform/terminal.ts'
import type { Terminal } from '../platform/terminal.ts'

export type DatabaseOptions = { data?: string; databaseUrl?: string }

export type Operation = { database: OperatorDatabase; terminal: Terminal; config: Config }

/** The options of every command that works on the database. */
export function withDatabase(command: Command): Command {
  return command
    .option('--data <folder>', 'the data folder of the embedded database (data)')
    .option('--database-url <url>', "a PostgreSQL server's address, signed in as the owner")
}

/** Opens the database for one command and closes it whatever happens. */
export async function operate(
  what: string,
  options: DatabaseOptions,
  work: (operation: Operation) => Promise<void>,
  alone = false,
): Promise<void> {
  const config = readConfig({ data: options.data }, process.env)
  const terminal = openTerminal((line) => process.stderr.write(`${line}\n`))
  const database = await openForOperator({
    config,
    what: `"npm run peyvand -- ${what}"`,
    ownerUrl: options.databaseUrl ?? process.env.OWNER_DATABASE_URL,
    alone,
    log: terminal.say,
  })
  try {
    await work({ database, terminal, config })
  } finally {
    await database.close()
  }
}

/** A server's own logins, for commands that act as the server does. */
export function loginsOf({ server }: OperatorDatabase) {
  if (server) return server
  throw new WrongStart('Set DATABASE_URL and JOBS_DATABASE_URL as the server has them.')
}
