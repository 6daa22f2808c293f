import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

export async function listNewestPracticeModels(tx: Transaction) {
  return await tx
    .selectFrom('practiceModel')
    .distinctOn('code')
    .select(['id', 'code', 'edition', 'nameFa', 'nameEn', 'content'])
    .orderBy('code')
    .orderBy('edition', 'desc')
    .execute()
}

interface DeskRow {
  id: string
  name: string
  mine: boolean
}

export async function listOpenProgrammes(tx: Transaction) {
  return await tx
    .selectFrom('programme as p')
    .select([
      'id',
      'code',
      'nameFa',
      'nameEn',
      'rules',
      'capacity',
      'confidential',
      'practiceModelId',
    ])
    .select(
      sql<DeskRow[]>`coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name,
        'mine', d.id = any (my_desks())) order by d.name)
        from desk d where d.programme_id = p.id and d.ended_at is null), '[]')`.as('desks'),
    )
    .where('endedAt', 'is', null)
    .orderBy('nameEn')
    .execute()
}
