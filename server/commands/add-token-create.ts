import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { tokenScopes } from '@peyvand/domain/access/token-scopes.ts'
import type { TokenScope } from '@peyvand/domain/access/token-scopes.ts'
import { operate, withDatabase } from './operate.ts'
import type { DatabaseOptions } from './operate.ts'
import { tell } from './tell.ts'
import { createToken } from './token-create.ts'

type Options = DatabaseOptions & {
  name: string
  scope: TokenScope[]
  as?: string
  agency?: string
  days: number
}

export function addTokenCreate(program: Command): void {
  const token = program.command('token').description('bearer tokens, with which machines sign in')
  withDatabase(token.command('create'))
    .description("make one for a partner's system, or for a machine that acts as a worker")
    .requiredOption('--name <name>', 'what the machine is, for the list of machines')
    .addOption(
      new Option('--scope <scopes...>', 'what it may do')
        .choices(tokenScopes)
        .makeOptionMandatory(true),
    )
    .option('--as <user-name>', "acts as this worker (without: a partner's system)")
    .option('--agency <name>', 'where there are several')
    .option('--days <number>', 'how long it is good for, at most 730', readDays, 365)
    .action((options: Options) =>
      operate('token create', options, async ({ database }) => {
        const { name, scope, as, agency, days } = options
        const given = { name, scopes: scope, userName: as, agency, days }
        const { token: made, until } = await createToken(database.ownerUrl, given, new Date())
        tell(`Good until ${until.toISOString().slice(0, 10)}; it is shown this once:`)
        tell(made)
      }),
    )
}

function readDays(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= 730) return days
  throw new InvalidArgumentError('A whole number from 1 to 730.')
}
