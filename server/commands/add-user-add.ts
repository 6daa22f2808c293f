import { Option } from 'commander'
import type { Command } from 'commander'
import { roles } from '@peyvand/domain/access/roles.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'
import { operate, withDatabase } from './operate.ts'
import type { DatabaseOptions } from './operate.ts'
import { tell } from './tell.ts'
import { addUser } from './user-add.ts'

type Options = DatabaseOptions & {
  name: string
  role: Role[]
  email?: string
  agency?: string
  language: 'fa' | 'en'
}

export function addUserAdd(program: Command): void {
  const user = program.command('user').description('who signs in')
  withDatabase(user.command('add <user-name>'))
    .description('add a worker, where no administrator can; prints the code to choose a password')
    .requiredOption('--name <full name>', 'as colleagues know the worker')
    .addOption(
      new Option('--role <roles...>', 'one or more').choices(roles).makeOptionMandatory(true),
    )
    .option('--email <address>', 'to sign in by it as well')
    .option('--agency <name>', 'where there are several')
    .addOption(
      new Option('--language <code>', 'of the screens').choices(['fa', 'en']).default('fa'),
    )
    .action((userName: string, options: Options) =>
      operate('user add', options, async ({ database }) => {
        const { sessions } = await database.loadKeys()
        const { name, role, email, agency, language } = options
        const given = { userName, fullName: name, roles: role, email, agency, language }
        const added = await addUser(database.ownerUrl, sessions, given, new Date())
        tell(`${added.userName} is added.`)
        tell(`Code to choose a password, once, until ${added.until.toISOString()}: ${added.code}`)
      }),
    )
}
