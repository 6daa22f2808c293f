import { sql } from 'kysely'
import type { InstrumentEdition } from '@peyvand/domain/assessment/read-instrument-file.ts'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

const summary = [
  'i.id',
  'i.code',
  'i.edition',
  'i.titleFa',
  'i.titleEn',
  'i.purpose',
  'i.licence',
  'i.source',
  'i.dataGroup',
  'i.translation',
  'i.createdAt',
  'i.retiredAt',
  'i.version',
] as const

// The newest edition in use is the one a new assessment is started with.
const current = sql<boolean>`i.id is not distinct from (select n.id from instrument n where n.agency_id = i.agency_id
  and n.code = i.code and n.retired_at is null order by n.created_at desc, n.id desc limit 1)`
const scored = sql<boolean>`i.scoring is not null`

export async function listInstrumentRows(tx: Transaction) {
  return await tx
    .selectFrom('instrument as i')
    .select(summary)
    .select([current.as('current'), scored.as('scored')])
    .orderBy('i.titleEn')
    .orderBy('i.createdAt', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
}

export async function findInstrument(tx: Transaction, instrumentId: string) {
  return await tx
    .selectFrom('instrument as i')
    .select(summary)
    .select(['i.questionnaire', 'i.scoring', current.as('current'), scored.as('scored')])
    .where('i.id', '=', instrumentId)
    .executeTakeFirst()
}

/** The edition of this code, with whether its questions and scoring are the same as these. */
export async function findEdition(tx: Transaction, instrument: InstrumentEdition) {
  return await tx
    .selectFrom('instrument as i')
    .select([
      'i.id',
      sql<boolean>`i.questionnaire = ${json(instrument.questionnaire)}
        and i.scoring is not distinct from ${jsonOrNull(instrument.scoring)}`.as('same'),
    ])
    .where('i.code', '=', instrument.code)
    .where('i.edition', '=', instrument.edition)
    .executeTakeFirst()
}

export async function insertInstrument(
  tx: Transaction,
  at: { id: string; agencyId: string; now: string },
  instrument: InstrumentEdition,
): Promise<void> {
  await tx
    .insertInto('instrument')
    .values({
      id: at.id,
      agencyId: at.agencyId,
      createdAt: at.now,
      code: instrument.code,
      edition: instrument.edition,
      titleFa: instrument.titleFa,
      titleEn: instrument.titleEn,
      purpose: json(instrument.purpose),
      licence: json(instrument.licence),
      source: instrument.source,
      dataGroup: instrument.dataGroup,
      translation: json(instrument.translation),
      questionnaire: json(instrument.questionnaire),
      scoring: jsonOrNull(instrument.scoring),
    })
    .execute()
}

export async function updateRetired(
  tx: Transaction,
  at: { id: string; version: number },
  retiredAt: string | null,
): Promise<boolean> {
  const updated = await tx
    .updateTable('instrument')
    .set({ retiredAt })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

function jsonOrNull(value: unknown) {
  return value === null || value === undefined ? sql<unknown>`null::jsonb` : json(value)
}
