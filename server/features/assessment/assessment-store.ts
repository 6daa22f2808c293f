import { sql } from 'kysely'
import { answersSchema } from '@peyvand/domain/assessment/answers.ts'
import type { Answers, AnswerValue } from '@peyvand/domain/assessment/answers.ts'
import { scoreReport } from '@peyvand/domain/assessment/contract.ts'
import type { ScoreReport } from '@peyvand/domain/assessment/score.ts'
import { json } from '../../platform/db/database.ts'
import type { Transaction } from '../../platform/db/database.ts'

const asRow = (tx: Transaction, caseId: string) =>
  tx
    .selectFrom('assessment as a')
    .innerJoin('instrument as i', 'i.id', 'a.instrumentId')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .innerJoin('worker as w', 'w.id', 'a.createdBy')
    .leftJoin('worker as asked', 'asked.id', 'a.protocolBy')
    .where('a.caseId', '=', caseId)
    .select([
      'a.id',
      'a.dataGroup',
      'a.instrumentId',
      'a.informant',
      'a.informantName',
      'a.language',
      'a.status',
      'a.answers',
      'a.scores',
      'a.clientView',
      'a.clientViewMissing',
      'a.protocolWords',
      'a.protocolAt',
      'asked.fullName as protocolByName',
      'a.amends',
      'a.amendReason',
      'a.errorReason',
      'a.startedAt',
      'a.completedAt',
      'a.version',
      'w.fullName as byName',
      'p.id as personId',
      'p.givenName',
      'p.familyName',
      'p.sex',
      'i.code',
      'i.edition',
      'i.titleFa',
      'i.titleEn',
      'i.translation',
    ])
    .select(
      sql<string | null>`(select later.id from assessment later where later.amends = a.id
        and later.status <> 'entered_in_error')`.as('amendedBy'),
    )

export type AssessmentRow = NonNullable<Awaited<ReturnType<typeof findAssessment>>>

export async function listAssessmentRows(tx: Transaction, caseId: string) {
  const rows = await asRow(tx, caseId)
    .orderBy(sql`coalesce(a.completed_at, a.started_at)`, 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  return rows.map(readRow)
}

export async function findAssessment(tx: Transaction, caseId: string, assessmentId: string) {
  const row = await asRow(tx, caseId).where('a.id', '=', assessmentId).executeTakeFirst()
  return row && readRow(row)
}

/** Holds an assessment while it is changed; its row is read after it, in a statement of its own. */
export async function lockAssessment(tx: Transaction, caseId: string, assessmentId: string) {
  await sql`select from assessment where case_id = ${caseId} and id = ${assessmentId} for update`.execute(
    tx,
  )
  return await findAssessment(tx, caseId, assessmentId)
}

function readRow<R extends { answers: unknown; scores: unknown }>(row: R) {
  return {
    ...row,
    answers: answersSchema.parse(row.answers),
    scores: row.scores === null ? null : scoreReport.parse(row.scores),
  }
}

/** Completed ones of the same instrument and person, in any edition, newest first. */
export async function listEarlier(tx: Transaction, caseId: string, row: AssessmentRow) {
  const rows = await tx
    .selectFrom('assessment as a')
    .innerJoin('instrument as i', 'i.id', 'a.instrumentId')
    .select(['a.id', 'i.edition', 'a.completedAt', 'a.informant', 'a.answers', 'a.scores'])
    .where('a.caseId', '=', caseId)
    .where('a.personId', '=', row.personId)
    .where('i.code', '=', row.code)
    .where('a.status', '=', 'completed')
    .where('a.id', 'not in', row.amends ? [row.id, row.amends] : [row.id])
    .$if(row.completedAt !== null, (query) => query.where('a.completedAt', '<', row.completedAt))
    .orderBy('a.completedAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(12)
    .execute()
  return rows.map((earlier) => ({ ...readRow(earlier), completedAt: earlier.completedAt ?? '' }))
}

export async function findOpenDraft(
  tx: Transaction,
  caseId: string,
  of: { personId: string; instrumentId: string },
): Promise<string | undefined> {
  const draft = await tx
    .selectFrom('assessment')
    .select('id')
    .where('caseId', '=', caseId)
    .where('personId', '=', of.personId)
    .where('instrumentId', '=', of.instrumentId)
    .where('status', '=', 'draft')
    .where('amends', 'is', null)
    .executeTakeFirst()
  return draft?.id
}

export async function findPersonOfCase(tx: Transaction, caseId: string, personId: string) {
  return await tx
    .selectFrom('casePerson')
    .select('personId')
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .executeTakeFirst()
}

export async function listPeopleOfCase(tx: Transaction, caseId: string) {
  return await tx
    .selectFrom('casePerson as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(['p.id', 'p.givenName', 'p.familyName', 'p.languages', 'c.part'])
    .where('c.caseId', '=', caseId)
    .orderBy(sql`c.part <> 'client'`)
    .orderBy('p.bornOn')
    .orderBy('p.id')
    .execute()
}

/** The data groups of this case that I may write. */
export async function listWritableGroups(tx: Transaction, caseId: string): Promise<string[]> {
  const grounds = await tx
    .selectFrom('caseAccess')
    .select('groups')
    .where('caseId', '=', caseId)
    .where('userId', '=', sql<string>`me()`)
    .where('until', '>', sql<string>`now()`)
    .where('mayWrite', '=', true)
    .execute()
  return [...new Set(grounds.flatMap(({ groups }) => groups))]
}

interface NewAssessment {
  id: string
  caseId: string
  dataGroup: string
  instrumentId: string
  personId: string
  informant: string
  informantName: string
  language: string
  startedAt: string
}

export async function insertAssessment(tx: Transaction, row: NewAssessment): Promise<void> {
  await tx.insertInto('assessment').values(row).execute()
}

/** A draft that begins with what was said, and what was asked when a protocol opened. */
export async function insertAmendment(
  tx: Transaction,
  row: NewAssessment,
  from: AssessmentRow,
  reason: string,
): Promise<void> {
  await tx
    .insertInto('assessment')
    .values({
      ...row,
      amends: from.id,
      amendReason: reason,
      answers: json(from.answers),
      clientView: from.clientView,
      clientViewMissing: from.clientViewMissing,
      protocolWords: from.protocolWords,
      protocolAt: from.protocolAt,
      protocolBy: sql<string | null>`(select protocol_by from assessment where id = ${from.id})`,
    })
    .execute()
}

export async function updateAnswer(
  tx: Transaction,
  assessmentId: string,
  linkId: string,
  values: readonly AnswerValue[],
): Promise<void> {
  const answers =
    values.length === 0
      ? sql<unknown>`answers - ${linkId}::text`
      : sql<unknown>`answers || ${json({ [linkId]: values })}`
  await tx.updateTable('assessment').set({ answers }).where('id', '=', assessmentId).execute()
}

export async function updateInformant(
  tx: Transaction,
  assessmentId: string,
  told: { informant: string; informantName: string; language: string },
): Promise<void> {
  await tx.updateTable('assessment').set(told).where('id', '=', assessmentId).execute()
}

interface Completion {
  answers: Answers
  scores: ScoreReport | null
  clientView: string
  clientViewMissing: string
  completedAt: string
}

export async function updateCompleted(
  tx: Transaction,
  assessmentId: string,
  done: Completion,
): Promise<void> {
  await tx
    .updateTable('assessment')
    .set({
      ...done,
      status: 'completed',
      answers: json(done.answers),
      scores: done.scores === null ? null : json(done.scores),
    })
    .where('id', '=', assessmentId)
    .execute()
}

export async function updateStatus(
  tx: Transaction,
  assessmentId: string,
  change: { status: 'amended' } | { status: 'entered_in_error'; errorReason: string },
): Promise<void> {
  await tx.updateTable('assessment').set(change).where('id', '=', assessmentId).execute()
}

export async function updateProtocol(
  tx: Transaction,
  assessmentId: string,
  told: { protocolWords: string; protocolAt: string; protocolBy: string },
): Promise<void> {
  await tx.updateTable('assessment').set(told).where('id', '=', assessmentId).execute()
}

export async function listProposalAnswers(tx: Transaction, caseId: string, assessmentId: string) {
  return await tx
    .selectFrom('needProposal')
    .select(['rule', 'needId', 'declinedReason'])
    .where('caseId', '=', caseId)
    .where('assessmentId', '=', assessmentId)
    .execute()
}

export async function insertProposalAnswer(
  tx: Transaction,
  row: { caseId: string; assessmentId: string; rule: string } & (
    { needId: string } | { declinedReason: string }
  ),
): Promise<void> {
  await tx.insertInto('needProposal').values(row).execute()
}
