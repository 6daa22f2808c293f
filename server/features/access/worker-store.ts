import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'
import type { Role } from '@peyvand/domain/access/roles.ts'

export interface WorkerRow {
  id: string
  fullName: string
  title: string
  phone: string
  roles: Role[]
  supervisorId: string | null
  emergency: boolean
  endedAt: string | null
  version: number
}

export async function listWorkerRows(tx: Transaction): Promise<WorkerRow[]> {
  const rows = await tx
    .selectFrom('worker')
    .select([
      'id',
      'fullName',
      'title',
      'phone',
      'roles',
      'supervisorId',
      'emergency',
      'endedAt',
      'version',
    ])
    .orderBy('fullName')
    .execute()
  return rows.map((row) => ({ ...row, roles: row.roles as Role[] }))
}

export interface NewWorker {
  id: string
  fullName: string
  title: string
  phone: string
  roles: readonly Role[]
  supervisorId: string | null
  language: 'fa' | 'en'
}

export async function insertWorker(tx: Transaction, worker: NewWorker): Promise<void> {
  await sql`select app.add_worker(${worker.id}, ${worker.fullName}, ${worker.title},
    ${worker.phone}, ${worker.roles}::text[], ${worker.supervisorId}, ${worker.language})`.execute(
    tx,
  )
}

/** Who supervises a colleague, and at which version of the row that was read. */
export async function findSupervision(tx: Transaction, id: string) {
  return await tx
    .selectFrom('worker')
    .select(['supervisorId', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findFullName(tx: Transaction, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('worker')
    .select('fullName')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.fullName
}

export interface WorkerChange {
  id: string
  version: number
  fullName: string
  title: string
  phone: string
  supervisorId: string | null
}

export function updateWorker(tx: Transaction, change: WorkerChange): Promise<number> {
  const { id, version, fullName, title, phone, supervisorId } = change
  return versionAfter(
    tx,
    sql`app.change_worker(${id}, ${version}, ${fullName}, ${title}, ${phone}, ${supervisorId})`,
  )
}

export function updateRoles(
  tx: Transaction,
  id: string,
  version: number,
  roles: readonly Role[],
): Promise<number> {
  return versionAfter(tx, sql`app.change_roles(${id}, ${version}, ${roles}::text[])`)
}

export function updateEnded(tx: Transaction, id: string, version: number): Promise<number> {
  return versionAfter(tx, sql`app.end_worker(${id}, ${version})`)
}

export function updateEmergency(
  tx: Transaction,
  id: string,
  version: number,
  may: boolean,
): Promise<number> {
  return versionAfter(tx, sql`app.name_for_emergency(${id}, ${version}, ${may})`)
}

export function updateReturned(tx: Transaction, id: string, version: number): Promise<number> {
  return versionAfter(tx, sql`app.return_worker(${id}, ${version})`)
}

async function versionAfter(tx: Transaction, call: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ version: number }>`select ${call} as version`.execute(tx)
  return rows[0]?.version ?? 0
}

export async function allowReset(
  tx: Transaction,
  id: string,
  alsoSecondFactor: boolean,
): Promise<void> {
  await sql`select app.allow_reset(${id}, ${alsoSecondFactor})`.execute(tx)
}

export async function listDeskMembers(
  tx: Transaction,
): Promise<{ deskId: string; workerId: string }[]> {
  const found = await sql<{ deskId: string; workerId: string }>`
    select desk_id, worker_id from app.list_desk_members()`.execute(tx)
  return found.rows
}

/** The desks this worker sits at from now on; the ones not named are left. */
export async function updateDesks(
  tx: Transaction,
  workerId: string,
  deskIds: readonly string[],
): Promise<void> {
  const members = await listDeskMembers(tx)
  const held = members.filter((one) => one.workerId === workerId).map((one) => one.deskId)
  for (const deskId of deskIds.filter((one) => !held.includes(one))) {
    await sql`select app.join_desk(${deskId}, ${workerId})`.execute(tx)
  }
  for (const deskId of held.filter((one) => !deskIds.includes(one))) {
    await sql`select app.leave_desk(${deskId}, ${workerId})`.execute(tx)
  }
}
