import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'
import type { Cell } from './finding-store.ts'

export interface NeedWords extends Cell {
  statement: string
  severity: number
  urgency: string
  whoseView: string
  evidence: string
  personId: string | null
  problemId: string | null
}

const asRow = (tx: Transaction, caseId: string) =>
  tx
    .selectFrom('need as n')
    .leftJoin('worker as w', 'w.id', 'n.setAsideBy')
    .where('n.caseId', '=', caseId)
    .select([
      'n.id',
      'n.number',
      'n.assessmentId',
      'n.problemId',
      'n.personId',
      'n.level',
      'n.domain',
      'n.statement',
      'n.severity',
      'n.urgency',
      'n.whoseView',
      'n.evidence',
      'n.foundOn',
      'n.setAside',
      'n.setAsideReason',
      'n.meanwhile',
      'n.setAsideOn',
      'w.fullName as setAsideByName',
      'n.outcome',
      'n.outcomeReason',
      'n.outcomeOn',
      'n.neededAmount',
      'n.receivedAmount',
      'n.version',
    ])

export type NeedRow = NonNullable<Awaited<ReturnType<typeof findNeed>>>

export async function listNeedRows(tx: Transaction, caseId: string) {
  return await asRow(tx, caseId).orderBy('n.number').execute()
}

export async function findNeed(tx: Transaction, caseId: string, needId: string) {
  return await asRow(tx, caseId).where('n.id', '=', needId).executeTakeFirst()
}

export async function lockNeed(tx: Transaction, caseId: string, needId: string) {
  await sql`select from need where case_id = ${caseId} and id = ${needId} for update`.execute(tx)
  return await findNeed(tx, caseId, needId)
}

/** The next number of the case; asked while the case is held, so that two never get the same. */
export async function nextNeedNumber(tx: Transaction, caseId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('need')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  return last + 1
}

export async function insertNeed(
  tx: Transaction,
  row: NeedWords & {
    id: string
    caseId: string
    number: number
    assessmentId?: string | undefined
    foundOn: string
  },
): Promise<void> {
  await tx.insertInto('need').values(row).execute()
}

interface SetAside {
  setAside: string | null
  setAsideReason: string
  meanwhile: string
  setAsideBy: string | null
  setAsideOn: string | null
}

interface Outcome {
  outcome: string | null
  outcomeReason: string
  outcomeOn: string | null
  neededAmount: string
  receivedAmount: string
}

export async function updateNeed(
  tx: Transaction,
  needId: string,
  change: NeedWords | SetAside | Outcome,
): Promise<void> {
  await tx.updateTable('need').set(change).where('id', '=', needId).execute()
}
