import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { partnerScopes, tokenScopes } from '@peyvand/domain/access/token-scopes.ts'
import type { PartnerScope, TokenScope } from '@peyvand/domain/access/token-scopes.ts'
import { WrongStart } from '../platform/config/config.ts'
import { operate, withDatabase } from './operate.ts'
import type { DatabaseOptions } from './operate.ts'
import { tell } from './tell.ts'
import { createToken } from './token-create.ts'

type Options = DatabaseOptions & {
  name: string
  scope: (TokenScope | PartnerScope)[]
  as?: string
  organisation?: string
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
        .choices([...tokenScopes, ...partnerScopes])
        .makeOptionMandatory(true),
    )
    .option('--as <user-name>', 'acts as this worker')
    .option(
      '--organisation <name>',
      'or is the system of this partner: its name or id in the directory',
    )
    .option('--agency <name>', 'where there are several')
    .option('--days <number>', 'how long it is good for, at most 730', readDays, 365)
    .action((options: Options) =>
      operate('token create', options, async ({ database }) => {
        const wanted = readWanted(options)
        const { token: made, until } = await createToken(database.ownerUrl, wanted, new Date())
        tell(`Good until ${until.toISOString().slice(0, 10)}; it is shown this once:`)
        tell(made)
      }),
    )
}

/** One of the two kinds of machine, with scopes of its own kind. */
function readWanted(options: Options): Parameters<typeof createToken>[1] {
  const { name, scope, as: userName, organisation, agency, days } = options
  const given = { name, agency, days }
  if (userName !== undefined && organisation === undefined) {
    return { ...given, userName, scopes: onlyOf(tokenScopes, scope) }
  }
  if (organisation !== undefined && userName === undefined) {
    return { ...given, organisation, scopes: onlyOf(partnerScopes, scope) }
  }
  throw new WrongStart('Give either --as with a worker or --organisation with a partner.')
}

function onlyOf<S extends string>(known: readonly S[], given: readonly string[]): S[] {
  return given.map((scope) => {
    const found = known.find((one) => one === scope)
    if (found) return found
    throw new WrongStart(`"${scope}" is no scope of such a machine: ${known.join(', ')}.`)
  })
}

function readDays(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= 730) return days
  throw new InvalidArgumentError('A whole number from 1 to 730.')
}
