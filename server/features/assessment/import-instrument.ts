import { readInstrumentFile } from '@peyvand/domain/assessment/read-instrument-file.ts'
import type {
  AskedOfFile,
  FileFault,
  InstrumentEdition,
} from '@peyvand/domain/assessment/read-instrument-file.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { findEdition, findInstrument, insertInstrument } from './instrument-store.ts'

interface Importing {
  id: string
  agencyId: string
  now: string
  asked: AskedOfFile
}

/**
 * Puts the instrument of a file into the agency, whole or not at all. The same edition again
 * changes nothing; another text under a published edition is refused.
 */
export async function importInstrument(tx: Transaction, at: Importing, bytes: Buffer) {
  const instrument = readOrRefuse(bytes, at.asked)
  const before = await findEdition(tx, instrument)
  if (before && !before.same) {
    throw new Refused('instrument_edition_published', {
      code: instrument.code,
      edition: instrument.edition,
    })
  }
  if (!before) await insertInstrument(tx, at, instrument)
  const kept = orNotFound(await findInstrument(tx, before?.id ?? at.id))
  return { ...kept, alreadyThere: before !== undefined }
}

function readOrRefuse(bytes: Buffer, asked: AskedOfFile): InstrumentEdition {
  const { instrument, errors } = readInstrumentFile(decodeOrRefuse(bytes), asked)
  if (!instrument) throw new Refused('import_has_errors', { errors })
  return instrument
}

function decodeOrRefuse(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const fault: FileFault = { path: '', code: 'not_utf8', detail: '' }
    throw new Refused('import_has_errors', { errors: [fault] })
  }
}
