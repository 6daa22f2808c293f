import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Option } from 'commander'
import type { Command } from 'commander'
import { dataGroups } from '@peyvand/domain/access/data-groups.ts'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import { importInstrument as importInstrumentOf } from '@peyvand/domain/assessment/contract.ts'
import type { FileFault } from '@peyvand/domain/assessment/read-instrument-file.ts'
import { importInstrument } from '../features/assessment/import-instrument.ts'
import { Refused } from '../platform/http/refused.ts'
import { actAsAdministrator } from './act-as-administrator.ts'
import { describeFileFault } from './describe-file-fault.ts'
import { loginsOf, operate, withDatabase } from './operate.ts'
import type { DatabaseOptions } from './operate.ts'
import { tell } from './tell.ts'

type Asked = {
  agency?: string
  as?: string
  code?: string
  edition?: string
  dataGroup?: DataGroup
}

export function addImportQuestionnaire(importCommand: Command): void {
  withDatabase(importCommand.command('questionnaire <file>'))
    .description('import a FHIR R4 Questionnaire, or an instrument file with its scoring')
    .option('--agency <name>', 'the agency that uses it, where there are several')
    .option('--as <user-name>', 'the administrator who imports, where there are several')
    .option('--code <code>', 'its short name, where the file has none')
    .option('--edition <edition>', 'its edition, where the file names no version')
    .addOption(
      new Option('--data-group <group>', 'who of a team reads the answers').choices(dataGroups),
    )
    .action(async (file: string, options: DatabaseOptions & Asked) => {
      const bytes = await readNotTooLarge(resolve(file))
      await operate('import questionnaire', options, async ({ database }) => {
        const { webUrl } = loginsOf(database)
        const urls = { ownerUrl: database.ownerUrl, webUrl }
        const now = new Date().toISOString()
        const done = await importQuestionnaire(urls, bytes, options, now).catch((error: unknown) =>
          tellFaults(file, error),
        )
        const already = done.alreadyThere ? ' was there already' : ' is imported'
        tell(`${done.code}, edition ${done.edition},${already}.`)
      })
    })
}

export async function importQuestionnaire(
  urls: { ownerUrl: string; webUrl: string },
  bytes: Buffer,
  { agency, as, ...asked }: Asked,
  now: string,
) {
  const named = { agency, as, now, verb: 'importInstrument' }
  return await actAsAdministrator(urls, named, async ({ tx, actor: { agencyId } }, id) => {
    return await importInstrument(tx, { id, agencyId, now, asked }, bytes)
  })
}

function tellFaults(file: string, error: unknown): never {
  if (!(error instanceof Refused)) throw error
  if (error.code === 'instrument_edition_published') {
    throw new Error(
      'This edition is published with another text, and a published edition never changes: import it under a new --edition.',
      { cause: error },
    )
  }
  const faults = (error.facts as { errors?: readonly FileFault[] } | undefined)?.errors
  if (!faults) throw error
  for (const fault of faults) tell(describeFileFault(basename(file), fault))
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`
  throw new Error(`Nothing was imported: ${count}.`, { cause: error })
}

async function readNotTooLarge(path: string): Promise<Buffer> {
  const most = importInstrumentOf.accepts.maxBytes
  const { size } = await stat(path)
  if (size > most)
    throw new Error(`${basename(path)} is too large: at most ${most} bytes are read.`)
  return await readFile(path)
}
