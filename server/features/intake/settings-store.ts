import { sql } from 'kysely'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

export interface ProgrammeRow {
  id: string
  code: string
  nameFa: string
  nameEn: string
  rules: unknown
  capacity: number | null
  confidential: boolean
  practiceModelId: string | null
  ended: boolean
  open: number
  waiting: number
  version: number
  desks: {
    id: string
    name: string
    phone: string
    answersForAgency: boolean
    ended: boolean
    members: { id: string; fullName: string }[]
    version: number
  }[]
}

/** Every programme of my agency with its desks and who sits there; present ones first. */
export async function listProgrammeRows(tx: Transaction): Promise<ProgrammeRow[]> {
  const found = await sql<ProgrammeRow>`
    select p.id, p.code, p.name_fa, p.name_en, p.rules, p.capacity, p.confidential, p.practice_model_id,
      p.ended_at is not null as ended, l.open, l.waiting, p.version,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'phone', d.phone,
          'answersForAgency', d.answers_for_agency, 'ended', d.ended_at is not null, 'version', d.version,
          'members', coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'fullName', w.full_name) order by w.full_name, w.id)
            from list_desk_members() m join worker w on w.id = m.worker_id
            where m.desk_id = d.id and w.ended_at is null), '[]'))
          order by d.ended_at is not null, d.name, d.id)
        from desk d where d.programme_id = p.id), '[]') as desks
    from programme p join places() l on l.programme_id = p.id
    order by p.ended_at is not null, p.name_en, p.id`.execute(tx)
  return found.rows
}

export interface ProgrammeValues {
  nameFa: string
  nameEn: string
  rules: unknown
  capacity: number | null
  confidential: boolean
  practiceModelId: string | null
}

export async function insertProgramme(
  tx: Transaction,
  { rules, ...programme }: ProgrammeValues & { id: string; agencyId: string; code: string },
): Promise<void> {
  await tx
    .insertInto('programme')
    .values({ ...programme, rules: json(rules) })
    .execute()
}

export async function updateProgramme(
  tx: Transaction,
  programmeId: string,
  seen: number,
  { rules, ...programme }: ProgrammeValues & { endedAt: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('programme')
    .set({ ...programme, rules: json(rules) })
    .where('id', '=', programmeId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findProgramme(tx: Transaction, programmeId: string) {
  return await tx
    .selectFrom('programme')
    .select(['id', 'nameFa', 'nameEn', 'capacity', 'endedAt', 'version'])
    .where('id', '=', programmeId)
    .executeTakeFirst()
}

export async function isPracticeModel(tx: Transaction, practiceModelId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('practiceModel')
    .select('id')
    .where('id', '=', practiceModelId)
    .executeTakeFirst()
  return found !== undefined
}

export interface DeskValues {
  name: string
  phone: string
}

export async function insertDesk(
  tx: Transaction,
  desk: DeskValues & {
    id: string
    agencyId: string
    programmeId: string
    answersForAgency?: boolean
  },
): Promise<void> {
  await tx.insertInto('desk').values(desk).execute()
}

export async function findDesk(tx: Transaction, deskId: string) {
  return await tx
    .selectFrom('desk')
    .select(['id', 'name', 'phone', 'answersForAgency', 'endedAt', 'version'])
    .where('id', '=', deskId)
    .executeTakeFirst()
}

/** One desk answers for the agency: whichever did before does no more. */
export async function releaseAnsweringDesk(tx: Transaction, except: string): Promise<void> {
  await tx
    .updateTable('desk')
    .set({ answersForAgency: false })
    .where('answersForAgency', '=', true)
    .where('id', '<>', except)
    .execute()
}

export async function updateDesk(
  tx: Transaction,
  deskId: string,
  seen: number,
  desk: DeskValues & { answersForAgency: boolean; endedAt: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('desk')
    .set(desk)
    .where('id', '=', deskId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function joinDesk(tx: Transaction, deskId: string, workerId: string): Promise<void> {
  await sql`select join_desk(${deskId}, ${workerId})`.execute(tx)
}

export async function leaveDesk(tx: Transaction, deskId: string, workerId: string): Promise<void> {
  await sql`select leave_desk(${deskId}, ${workerId})`.execute(tx)
}
