import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

const problemColumns = [
  'id',
  'assessmentId',
  'level',
  'domain',
  'clientWords',
  'workerWords',
  'endedOn',
  'endedWords',
  'createdAt',
  'version',
] as const
const barrierColumns = [
  'id',
  'needId',
  'kind',
  'what',
  'action',
  'endedOn',
  'endedWords',
  'version',
] as const
const strengthColumns = [
  'id',
  'assessmentId',
  'level',
  'domain',
  'kind',
  'what',
  'whoseView',
  'endedOn',
  'endedWords',
  'version',
] as const

export interface Cell {
  level: string
  domain: string
}
export interface ProblemWords extends Cell {
  clientWords: string
  workerWords: string
}
export interface BarrierWords {
  kind: string
  what: string
  action: string
}
export interface StrengthWords extends Cell {
  kind: string
  what: string
  whoseView: string
}
interface New {
  id: string
  caseId: string
  assessmentId?: string | undefined
}
interface Ending {
  endedOn: string
  endedWords: string
}

// ---------------------------------------------------------------- problems

export async function listProblems(tx: Transaction, caseId: string) {
  return await tx
    .selectFrom('problem')
    .select(problemColumns)
    .where('caseId', '=', caseId)
    .orderBy(sql`ended_on is not null`)
    .orderBy('id')
    .execute()
}

export async function lockProblem(tx: Transaction, caseId: string, id: string) {
  await sql`select from problem where case_id = ${caseId} and id = ${id} for update`.execute(tx)
  return await findProblem(tx, caseId, id)
}

export async function findProblem(tx: Transaction, caseId: string, id: string) {
  return await tx
    .selectFrom('problem')
    .select(problemColumns)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertProblem(tx: Transaction, row: New & ProblemWords): Promise<void> {
  await tx.insertInto('problem').values(row).execute()
}

export async function updateProblem(
  tx: Transaction,
  id: string,
  change: ProblemWords | Ending,
): Promise<void> {
  await tx.updateTable('problem').set(change).where('id', '=', id).execute()
}

// ---------------------------------------------------------------- barriers

export async function listBarriers(tx: Transaction, caseId: string, needId?: string) {
  return await tx
    .selectFrom('barrier')
    .select(barrierColumns)
    .where('caseId', '=', caseId)
    .$if(needId !== undefined, (query) => query.where('needId', '=', needId ?? ''))
    .orderBy(sql`ended_on is not null`)
    .orderBy('id')
    .execute()
}

export async function lockBarrier(tx: Transaction, caseId: string, id: string) {
  await sql`select from barrier where case_id = ${caseId} and id = ${id} for update`.execute(tx)
  return await findBarrier(tx, caseId, id)
}

export async function findBarrier(tx: Transaction, caseId: string, id: string) {
  return await tx
    .selectFrom('barrier')
    .select(barrierColumns)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertBarrier(
  tx: Transaction,
  row: Omit<New, 'assessmentId'> & BarrierWords & { needId: string },
): Promise<void> {
  await tx.insertInto('barrier').values(row).execute()
}

export async function updateBarrier(
  tx: Transaction,
  id: string,
  change: BarrierWords | Ending,
): Promise<void> {
  await tx.updateTable('barrier').set(change).where('id', '=', id).execute()
}

// ---------------------------------------------------------------- strengths

export async function listStrengths(tx: Transaction, caseId: string) {
  return await tx
    .selectFrom('strength')
    .select(strengthColumns)
    .where('caseId', '=', caseId)
    .orderBy(sql`ended_on is not null`)
    .orderBy('id')
    .execute()
}

export async function lockStrength(tx: Transaction, caseId: string, id: string) {
  await sql`select from strength where case_id = ${caseId} and id = ${id} for update`.execute(tx)
  return await findStrength(tx, caseId, id)
}

export async function findStrength(tx: Transaction, caseId: string, id: string) {
  return await tx
    .selectFrom('strength')
    .select(strengthColumns)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertStrength(tx: Transaction, row: New & StrengthWords): Promise<void> {
  await tx.insertInto('strength').values(row).execute()
}

export async function updateStrength(
  tx: Transaction,
  id: string,
  change: StrengthWords | Ending,
): Promise<void> {
  await tx.updateTable('strength').set(change).where('id', '=', id).execute()
}
