import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { readInstrumentFile } from '@peyvand/domain/assessment/read-instrument-file.ts'
import type { InstrumentEdition } from '@peyvand/domain/assessment/read-instrument-file.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { findEdition, insertInstrument } from './instrument-store.ts'

const folder = join(import.meta.dirname, '../../../content/instruments')

/** The instruments that come with Peyvand; a faulty one stops the start rather than a worker. */
export async function shippedInstruments(): Promise<InstrumentEdition[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return await Promise.all(
    names.map(async (name) => {
      const { instrument, errors } = readInstrumentFile(await readFile(join(folder, name), 'utf8'))
      if (!instrument) throw new Error(`${name}: ${JSON.stringify(errors)}`)
      return instrument
    }),
  )
}

/** Gives an agency the shipped editions it does not have yet. */
export async function addShippedInstruments(
  tx: Transaction,
  at: { agencyId: string; now: string },
): Promise<void> {
  for (const instrument of await shippedInstruments()) {
    if (await findEdition(tx, instrument)) continue
    await insertInstrument(tx, { id: newId(), ...at }, instrument)
  }
}
