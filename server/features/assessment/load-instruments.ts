import { parseQuestionnaire } from '@peyvand/domain/assessment/questionnaire.ts'
import type { Questionnaire } from '@peyvand/domain/assessment/questionnaire-model.ts'
import { parseScoring } from '@peyvand/domain/assessment/scoring.ts'
import type { Scoring } from '@peyvand/domain/assessment/scoring.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { orNotFound } from '../../platform/http/refused.ts'

export interface ReadInstrument {
  questionnaire: Questionnaire
  scoring: Scoring | undefined
}

/** The questions and scoring of these editions, read. They were checked when they came in. */
export async function loadInstruments(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadInstrument>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('instrument')
    .select(['id', 'questionnaire', 'scoring'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, readInstrument(row)]))
}

export async function loadInstrument(tx: Transaction, id: string): Promise<ReadInstrument> {
  return orNotFound((await loadInstruments(tx, [id])).get(id))
}

function readInstrument(row: {
  id: string
  questionnaire: unknown
  scoring: unknown
}): ReadInstrument {
  const { questionnaire, errors } = parseQuestionnaire(row.questionnaire)
  if (!questionnaire) throw new Error(`instrument ${row.id}: ${JSON.stringify(errors)}`)
  if (row.scoring === null) return { questionnaire, scoring: undefined }
  const scored = parseScoring(row.scoring, questionnaire)
  if (!scored.scoring) throw new Error(`scoring of ${row.id}: ${JSON.stringify(scored.errors)}`)
  return { questionnaire, scoring: scored.scoring }
}
