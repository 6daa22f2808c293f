import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import type { ImportError, ImportNotice } from '@peyvand/domain/directory/import-problem.ts'
import {
  checkDirectory,
  importDirectory,
  readDirectory,
} from '../features/directory/import-directory.ts'
import type { GivenDirectory } from '../features/directory/import-directory.ts'
import { readFolder } from '../features/directory/read-folder.ts'
import { actAsAdministrator } from './act-as-administrator.ts'
import { describeImportError, describeImportNotice } from './describe-import-error.ts'
import { loginsOf, operate, withDatabase } from './operate.ts'
import type { DatabaseOptions } from './operate.ts'
import { tell } from './tell.ts'

type Options = DatabaseOptions & {
  agency?: string
  as?: string
  source?: string
  licence: string
  attribution?: string
  language: string
  check?: boolean
}

/** `import hsds PATH`: `importCommand` is the group of commands that take files in. */
export function addImportHsds(importCommand: Command): void {
  withDatabase(importCommand.command('hsds <path>'))
    .description('import a directory of services: HSDS 3.0 (CSV or JSON) or Ohana CSV')
    .option('--agency <name>', 'the agency that keeps the rows, where there are several')
    .option('--as <user-name>', 'the administrator who imports, where there are several')
    .option('--source <name>', 'by this name the next import knows the directory (the folder)')
    .option('--licence <licence>', 'under which the directory may be used', 'not stated')
    .option('--attribution <words>', 'whom to name beside the rows (the source)')
    .option('--language <code>', 'in which it is written and all its services speak', 'en')
    .option('--check', 'say what would change, and change nothing')
    .action(async (path: string, options: Options) => {
      const read = await readFolder(resolve(path))
      if ('error' in read) return tellErrors([read.error], 1)
      const source = options.source ?? basename(resolve(path)).replace(/\.(csv|json)$/i, '')
      const given = { source, language: options.language, files: read.files }
      const reading = readDirectory(given)
      if (!reading.ok) return tellErrors(reading.errors, reading.errors.length)
      await operate('import hsds', options, async ({ database, terminal }) => {
        const urls = { ownerUrl: database.ownerUrl, webUrl: loginsOf(database).webUrl }
        const done = await terminal.step(
          `${options.check ? 'Checking' : 'Importing'} ${source}`,
          () => importHsds(urls, given, options, new Date().toISOString()),
        )
        tellChanges(done)
      })
    })
}

/** Whatever is found wrong is told and ends the command; a check changes nothing. */
export async function importHsds(
  urls: { ownerUrl: string; webUrl: string },
  given: GivenDirectory,
  { agency, as, check, licence, attribution = given.source }: Omit<Options, keyof DatabaseOptions>,
  now: string,
): Promise<Imported> {
  const asked = { agency, as, now, ...(check ? {} : { verb: 'importDirectory' }) }
  return await actAsAdministrator(urls, asked, async (act, id) => {
    if (!check) return await importDirectory(act, { ...given, id, licence, attribution })
    const checked = await checkDirectory(act, given)
    return checked.ok ? checked : tellErrors(checked.errors, checked.total)
  })
}

function tellChanges({ changes, withdrawnServices, notices }: Imported): void {
  for (const [table, { added, changed, same, withdrawn }] of Object.entries(changes)) {
    if (added + changed + same + withdrawn === 0) continue
    tell(`${table}: ${added} new, ${changed} changed, ${same} as before, ${withdrawn} withdrawn`)
  }
  for (const { name } of withdrawnServices) tell(`no longer in the source: ${name}`)
  for (const notice of notices) tell(describeImportNotice(notice))
}

interface Imported {
  changes: Record<string, { added: number; changed: number; same: number; withdrawn: number }>
  withdrawnServices: readonly { name: string }[]
  notices: readonly ImportNotice[]
}

function tellErrors(errors: readonly ImportError[], total: number): never {
  for (const error of errors) tell(describeImportError(error))
  throw new Error(`Nothing was imported: ${total} ${total === 1 ? 'error' : 'errors'}.`)
}
