import { sql } from 'kysely'
import type { DataGroup } from '@peyvand/domain/access/data-groups.ts'
import type { ConsentFacts } from '@peyvand/domain/linking/consent.ts'
import type { Transaction } from '../../platform/db/database.ts'

const presented = (tx: Transaction, caseId: string) =>
  tx
    .selectFrom('consent as k')
    .innerJoin('person as p', 'p.id', 'k.personId')
    .leftJoin('person as g', 'g.id', 'k.givenBy')
    .where('k.caseId', '=', caseId)
    .select([
      'k.id',
      'k.personId',
      'k.givenBy as givenById',
      'k.standing',
      'k.childAssent',
      'k.discloser',
      'k.groups',
      'k.recipientId',
      'k.recipientName',
      'k.purpose',
      'k.fromOn',
      'k.untilOn',
      'k.how',
      'k.witness',
      'k.signature',
      'k.withdrawHow',
      'k.notDepending',
      'k.withdrawnAt',
      'k.withdrawnReason',
      'k.createdAt',
      'k.version',
    ])
    .select([
      sql<string>`p.given_name || ' ' || p.family_name`.as('personName'),
      sql<string | null>`g.given_name || ' ' || g.family_name`.as('givenByName'),
    ])

export async function listConsentsOf(tx: Transaction, caseId: string) {
  return await presented(tx, caseId)
    .orderBy('k.createdAt', 'desc')
    .orderBy('k.id', 'desc')
    .execute()
}

export async function findConsent(tx: Transaction, caseId: string, consentId: string) {
  return await presented(tx, caseId).where('k.id', '=', consentId).executeTakeFirst()
}

export async function lockConsent(tx: Transaction, caseId: string, consentId: string) {
  await sql`select from consent where id = ${consentId} and case_id = ${caseId} for update`.execute(
    tx,
  )
  return await findConsent(tx, caseId, consentId)
}

export async function findConsentFacts(
  tx: Transaction,
  caseId: string,
  consentId: string,
): Promise<ConsentFacts | undefined> {
  const row = await tx
    .selectFrom('consent')
    .select(['id', 'groups', 'recipientId', 'fromOn', 'untilOn', 'withdrawnAt'])
    .where('caseId', '=', caseId)
    .where('id', '=', consentId)
    .executeTakeFirst()
  return row && { ...row, groups: row.groups as DataGroup[], withdrawn: row.withdrawnAt !== null }
}

export interface NewConsent {
  id: string
  caseId: string
  personId: string
  givenBy: string | null
  standing: string
  childAssent: string
  discloser: string
  groups: string[]
  recipientId: string
  recipientName: string
  purpose: string
  fromOn: string
  untilOn: string
  how: string
  witness: string
  signature: string
  withdrawHow: string
  notDepending: string
}

export async function insertConsent(tx: Transaction, row: NewConsent): Promise<void> {
  await tx.insertInto('consent').values(row).execute()
}

export async function markConsentWithdrawn(
  tx: Transaction,
  consentId: string,
  now: string,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ withdrawnAt: now, withdrawnReason: reason })
    .where('id', '=', consentId)
    .execute()
}

/** Someone of this case, with the birth date on which consent depends. */
export async function findCasePerson(tx: Transaction, caseId: string, personId: string) {
  return await tx
    .selectFrom('casePerson as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .select(['p.id', 'p.bornOn', 'p.bornPrecision'])
    .where('c.caseId', '=', caseId)
    .where('c.personId', '=', personId)
    .executeTakeFirst()
}

export async function findOrganisationName(tx: Transaction, organisationId: string) {
  const row = await tx
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.name
}
