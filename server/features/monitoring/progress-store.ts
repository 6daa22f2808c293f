import { sql } from 'kysely'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import type { Transaction } from '../../platform/db/database.ts'

export type ProgressRow = AnswerOf<typeof contract.recordProgress>
export type AttainmentRow = Omit<AnswerOf<typeof contract.readAttainment>, 'attainment'>

/** A judgement as it leaves; `gp` is the judgement, `pw` who wrote it down. */
export const progressPairs = sql`'id', gp.id, 'goalId', gp.goal_id, 'contactId', gp.contact_id, 'onDay', gp.on_day,
  'level', gp.level, 'judgedBy', gp.judged_by, 'said', gp.said, 'byName', pw.full_name`

export interface NewProgress {
  id: string
  caseId: string
  goalId: string
  contactId: string | null
  onDay: string
  level: number
  judgedBy: string
  said: string
}

export async function insertProgress(
  tx: Transaction,
  rows: readonly NewProgress[],
  now: string,
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('goalProgress')
    .values(rows.map((row) => ({ ...row, createdAt: now })))
    .execute()
}

/** Of these goals, those of this case that the worker sees and that are worked on. */
export async function listGoalsAtWork(
  tx: Transaction,
  caseId: string,
  goalIds: readonly string[],
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select g.id from goal g join plan p on p.id = g.plan_id
    where g.case_id = ${caseId} and g.id = any (${[...goalIds]}::uuid[]) and not g.refused
      and g.ended_on is null and p.status in ('agreed', 'partly_agreed', 'in_force')`.execute(tx)
  return found.rows.map(({ id }) => id)
}

export async function findProgress(
  tx: Transaction,
  caseId: string,
  progressId: string,
): Promise<ProgressRow | undefined> {
  const found = await sql<{ progress: ProgressRow }>`
    select jsonb_build_object(${progressPairs}) as progress
    from goal_progress gp join worker pw on pw.id = gp.created_by
    where gp.case_id = ${caseId} and gp.id = ${progressId}`.execute(tx)
  return found.rows[0]?.progress
}

/** The plan at work with its goals, and every judgement of them, also under earlier editions. */
export async function loadAttainment(tx: Transaction, caseId: string): Promise<AttainmentRow> {
  const found = await sql<{ row: AttainmentRow }>`
    with recursive at_work as (
      select p.id, p.edition, p.status, p.in_force_on from plan p
      where p.case_id = ${caseId} and p.status in ('in_force', 'agreed', 'partly_agreed')
      order by p.status = 'in_force' desc, p.edition desc limit 1
    ), course (goal_id, earlier_id) as (
      select g.id, g.id from goal g where g.case_id = ${caseId} and g.plan_id = (select id from at_work)
      union
      select course.goal_id, g.continues from course join goal g on g.id = course.earlier_id
      where g.continues is not null
    )
    select jsonb_build_object(
      'plan', (select jsonb_build_object('id', id, 'edition', edition, 'status', status, 'inForceOn', in_force_on) from at_work),
      'goals', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'number', g.number,
          'clientWords', g.client_words, 'professionalWords', g.professional_words, 'weight', g.weight,
          'scale', g.scale, 'baseline', g.baseline, 'targetOn', g.target_on, 'endedOn', g.ended_on,
          'levelNow', coalesce((select gp.level from goal_progress gp where gp.case_id = ${caseId}
              and gp.goal_id in (select c.earlier_id from course c where c.goal_id = g.id)
              order by gp.on_day desc, gp.id desc limit 1), g.baseline),
          'progress', coalesce((select jsonb_agg(jsonb_build_object(${progressPairs}) order by gp.on_day, gp.id)
              from goal_progress gp join worker pw on pw.id = gp.created_by
              where gp.case_id = ${caseId}
                and gp.goal_id in (select c.earlier_id from course c where c.goal_id = g.id)), '[]'))
          order by g.number)
        from goal g where g.case_id = ${caseId} and g.plan_id = (select id from at_work) and not g.refused), '[]'),
      'mayWrite', can_write_group(${caseId}, 'plan')
        and exists (select from case_file c where c.id = ${caseId} and c.status = 'open')
    ) as row`.execute(tx)
  const row = found.rows[0]?.row
  if (!row) throw new Error('one row is always answered')
  return row
}
