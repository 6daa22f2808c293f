import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { parsePracticeModels } from '@peyvand/domain/cases/practice-model.ts'
import type { PracticeModel } from '@peyvand/domain/cases/practice-model.ts'
import { programmeList } from '@peyvand/domain/cases/programme-list.ts'
import { eligibilityRules } from '@peyvand/domain/intake/eligibility-rules.ts'
import { sql } from 'kysely'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { insertDesk, insertProgramme } from './settings-store.ts'

const content = join(import.meta.dirname, '../../../content')

const readContent = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(content, path), 'utf8'))

interface At {
  agencyId: string
  language: 'fa' | 'en'
  today: string
}

/**
 * The practice models, programmes and desks an agency begins with. Runs as its first
 * administrator.
 */
export async function insertDefaultProgrammes(tx: Transaction, at: At): Promise<void> {
  const modelIds = new Map<string, string>()
  for (const model of await readPracticeModels()) {
    modelIds.set(model.code, await insertPracticeModel(tx, at, model))
  }
  const programmes = programmeList.parse(await readContent('taxonomy/programmes.json'))
  const rules = z
    .record(z.string(), eligibilityRules)
    .parse(await readContent('taxonomy/programme-rules.json'))
  const answering = programmes.find(({ confidential }) => !confidential)
  for (const programme of programmes) {
    const programmeId = newId()
    await insertProgramme(tx, {
      id: programmeId,
      agencyId: at.agencyId,
      code: programme.code,
      nameFa: programme.fa,
      nameEn: programme.en,
      rules: rules[programme.code] ?? [],
      capacity: null,
      confidential: programme.confidential,
      practiceModelId: modelIds.get(programme.practiceModel) ?? null,
    })
    await insertDesk(tx, {
      id: newId(),
      agencyId: at.agencyId,
      programmeId,
      name: at.language === 'fa' ? `پذیرش، ${programme.fa}` : `Intake, ${programme.en}`,
      phone: '',
      answersForAgency: programme === answering,
    })
  }
}

/** The first administrator sits at the first desks, while nobody else works in the agency. */
export async function joinFirstDesks(tx: Transaction): Promise<void> {
  await sql`select join_first_desks()`.execute(tx)
}

async function readPracticeModels(): Promise<PracticeModel[]> {
  const { models, errors } = parsePracticeModels(await readContent('practice-models.json'))
  if (!models) throw new Error(`practice-models.json: ${JSON.stringify(errors)}`)
  return models
}

async function insertPracticeModel(
  tx: Transaction,
  { agencyId, today }: At,
  model: PracticeModel,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('practiceModel')
    .values({
      id,
      agencyId,
      code: model.code,
      nameFa: model.name.fa,
      nameEn: model.name.en,
      content: json(model),
      effectiveOn: today,
    })
    .execute()
  return id
}
