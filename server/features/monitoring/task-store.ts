import { sql } from 'kysely'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/monitoring/contract.ts'
import type { Transaction } from '../../platform/db/database.ts'

export type TaskRow = AnswerOf<typeof contract.addTask>
type TaskPage = Omit<AnswerOf<typeof contract.listTasks>, 'tasks' | 'before'>

const taskColumns = sql`jsonb_build_object('id', t.id, 'kind', t.kind, 'title', t.title, 'dueOn', t.due_on,
  'dueTime', to_char(t.due_time, 'HH24:MI'), 'place', t.place,
  'worker', jsonb_build_object('id', tw.id, 'fullName', tw.full_name), 'doneAt', t.done_at,
  'doneByName', (select dw.full_name from worker dw where dw.id = t.done_by),
  'droppedReason', t.dropped_reason, 'version', t.version)`

export async function listOpenTasks(tx: Transaction, caseId: string): Promise<TaskRow[]> {
  const found = await sql<{ task: TaskRow }>`
    select ${taskColumns} as task from task t join worker tw on tw.id = t.worker_id
    where t.case_id = ${caseId} and t.done_at is null and t.dropped_reason = ''
    order by t.due_on, t.due_time nulls last, t.id`.execute(tx)
  return found.rows.map(({ task }) => task)
}

export async function listEndedTasks(
  tx: Transaction,
  caseId: string,
  page: { before?: string | undefined; limit: number },
): Promise<TaskRow[]> {
  const found = await sql<{ task: TaskRow }>`
    select ${taskColumns} as task from task t join worker tw on tw.id = t.worker_id
    where t.case_id = ${caseId} and (t.done_at is not null or t.dropped_reason <> '')
      and (${page.before ?? null}::uuid is null or t.id < ${page.before ?? null})
    order by t.id desc limit ${page.limit}`.execute(tx)
  return found.rows.map(({ task }) => task)
}

export async function loadTaskPage(tx: Transaction, caseId: string): Promise<TaskPage> {
  const found = await sql<{ page: TaskPage }>`
    select jsonb_build_object(
      'assignees', coalesce((select jsonb_agg(jsonb_build_object('id', s.worker_id, 'fullName', s.full_name)
        order by s.full_name) from who_can_see(c.id) s), '[]'),
      'mayWrite', can_write_group(c.id, 'core'), 'open', c.status = 'open') as page
    from case_file c where c.id = ${caseId}`.execute(tx)
  const page = found.rows[0]?.page
  if (!page) throw new Error('the case in hand is always seen')
  return page
}

export async function findTask(
  tx: Transaction,
  caseId: string,
  taskId: string,
): Promise<TaskRow | undefined> {
  const found = await sql<{ task: TaskRow }>`
    select ${taskColumns} as task from task t join worker tw on tw.id = t.worker_id
    where t.case_id = ${caseId} and t.id = ${taskId}`.execute(tx)
  return found.rows[0]?.task
}

export async function lockTask(tx: Transaction, caseId: string, taskId: string): Promise<void> {
  await sql`select from task where id = ${taskId} and case_id = ${caseId} for update`.execute(tx)
}

export async function insertTask(
  tx: Transaction,
  row: {
    id: string
    caseId: string
    kind: string
    title: string
    dueOn: string
    dueTime: string | null
    place: string
    workerId: string
    createdAt: string
  },
): Promise<void> {
  await tx.insertInto('task').values(row).execute()
}

export type TaskChange =
  | { doneAt: string | null; doneBy: string | null; droppedReason: string }
  | { dueOn: string; dueTime: string | null }

export async function updateTask(
  tx: Transaction,
  taskId: string,
  change: TaskChange,
): Promise<void> {
  await tx.updateTable('task').set(change).where('id', '=', taskId).execute()
}

/** Who sees the case now, and so may be given something to do in it. */
export async function listSeers(tx: Transaction, caseId: string): Promise<string[]> {
  const found = await sql<{
    workerId: string
  }>`select worker_id from who_can_see(${caseId})`.execute(tx)
  return found.rows.map(({ workerId }) => workerId)
}
