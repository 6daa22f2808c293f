import { sql } from 'kysely'
import { actionBases, actionKinds, actionStatuses, actors } from '@peyvand/domain/planning/goal.ts'
import { z } from 'zod'
import type { Transaction } from '../../platform/db/database.ts'

export interface ActionWords {
  kind: string
  what: string
  who: string
  workerId: string | null
  whoName: string
  dueOn: string | null
  frequency: string
  basis: string
}

const codes = z.object({
  kind: z.enum(actionKinds),
  who: z.enum(actors),
  status: z.enum(actionStatuses),
  basis: z.enum(actionBases).nullable(),
})

export type ActionRow = Awaited<ReturnType<typeof listActions>>[number]

/** Actions of an edition; a worker's own name stands where no other was written. */
export async function listActions(tx: Transaction, caseId: string, planId: string) {
  const rows = await tx
    .selectFrom('action as a')
    .innerJoin('goal as g', 'g.id', 'a.goalId')
    .leftJoin('worker as w', 'w.id', 'a.workerId')
    .where('a.caseId', '=', caseId)
    .where('g.planId', '=', planId)
    .select([
      'a.id',
      'a.goalId',
      'a.kind',
      'a.what',
      'a.who',
      'a.workerId',
      'a.whoName',
      'a.dueOn',
      'a.frequency',
      'a.basis',
      'a.status',
      'a.endedOn',
      'a.dropReason',
      'a.version',
      'w.fullName as workerName',
    ])
    .orderBy('g.number')
    .orderBy('a.id')
    .execute()
  return rows.map(({ workerName, ...row }) => ({
    ...row,
    ...codes.parse({ ...row, basis: row.basis || null }),
    whoName: row.whoName || (workerName ?? ''),
  }))
}

export async function lockAction(tx: Transaction, caseId: string, actionId: string) {
  await sql`select from action where case_id = ${caseId} and id = ${actionId} for update`.execute(
    tx,
  )
  return await tx
    .selectFrom('action as a')
    .innerJoin('goal as g', 'g.id', 'a.goalId')
    .select(['a.id', 'a.goalId', 'a.status', 'a.version', 'g.planId'])
    .where('a.caseId', '=', caseId)
    .where('a.id', '=', actionId)
    .executeTakeFirst()
}

export async function insertAction(
  tx: Transaction,
  row: ActionWords & {
    id: string
    caseId: string
    goalId: string
    continues?: string
    status?: string
  },
): Promise<void> {
  await tx.insertInto('action').values(row).execute()
}

export async function updateAction(
  tx: Transaction,
  actionId: string,
  change: ActionWords | { status: string; endedOn: string | null; dropReason: string },
): Promise<void> {
  await tx.updateTable('action').set(change).where('id', '=', actionId).execute()
}

/** What an action has come to since it was carried over counts in the edition that takes over. */
export async function carryActionStates(tx: Transaction, planId: string): Promise<void> {
  await sql`
    update action a set status = before.status, ended_on = before.ended_on, drop_reason = before.drop_reason
    from action before, goal g
    where a.continues = before.id and a.goal_id = g.id and g.plan_id = ${planId}
      and a.status not in ('done', 'dropped') and before.status <> a.status`.execute(tx)
}

export async function findColleague(tx: Transaction, workerId: string) {
  return await tx
    .selectFrom('worker')
    .select('id')
    .where('id', '=', workerId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}
