import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

export async function lockCase(tx: Transaction, caseId: string) {
  await sql`select from case_file where id = ${caseId} for update`.execute(tx)
  return await tx
    .selectFrom('caseFile')
    .select([
      'id',
      'status',
      'version',
      'riskLevel',
      'riskReason',
      'practiceModelId',
      'practiceModelReason',
    ])
    .where('id', '=', caseId)
    .executeTakeFirst()
}

export async function updateCase(
  tx: Transaction,
  caseId: string,
  change:
    | { riskLevel: string; riskReason: string }
    | { practiceModelId: string; practiceModelReason: string }
    | { status: 'closed'; closedOn: string }
    | { status: 'open'; closedOn: null; openedOn: string; episode: number },
): Promise<void> {
  await tx.updateTable('caseFile').set(change).where('id', '=', caseId).execute()
}

/** Answers the version after. Whether this worker may is decided by the function. */
export async function updateSealed(
  tx: Transaction,
  caseId: string,
  seen: number,
  sealed: boolean,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select seal_case(${caseId}, ${seen}, ${sealed}) as version`.execute(tx)
  return rows[0]?.version ?? 0
}

export async function findPracticeModel(tx: Transaction, practiceModelId: string) {
  return await tx
    .selectFrom('practiceModel')
    .select('id')
    .where('id', '=', practiceModelId)
    .executeTakeFirst()
}

export async function listWhoCanSee(tx: Transaction, caseId: string) {
  const found = await sql<{
    workerId: string
    fullName: string
    groups: string[]
    mayWrite: boolean
    why: string
    until: string | null
  }>`select * from who_can_see(${caseId})`.execute(tx)
  return found.rows
}

export async function listWhoLooked(tx: Transaction, caseId: string, before: number | undefined) {
  const found = await sql<{
    seq: number
    at: string
    workerId: string | null
    fullName: string | null
    verb: string
    outcome: string
    reason: string | null
  }>`select * from who_looked(${caseId}, ${before ?? null})`.execute(tx)
  return found.rows
}
