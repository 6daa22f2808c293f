import { sql } from 'kysely'
import type { Transaction } from '../../platform/db/database.ts'

export interface ReaderSettings {
  language: 'fa' | 'en'
  calendar: 'persian' | 'gregory'
  digits: 'fa' | 'latin'
  theme: 'system' | 'light' | 'dark'
}

export async function findMyAgency(tx: Transaction) {
  return await tx
    .selectFrom('agency')
    .select(['id', 'name', 'timeZone', 'clientTerm', 'calendar'])
    .executeTakeFirstOrThrow()
}

export async function isNamedForEmergency(tx: Transaction, workerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('worker')
    .select('emergency')
    .where('id', '=', workerId)
    .executeTakeFirstOrThrow()
  return row.emergency
}

export async function countUnseenNotices(tx: Transaction): Promise<number> {
  const row = await tx
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('seenAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function updateSettings(
  tx: Transaction,
  workerId: string,
  settings: ReaderSettings,
): Promise<void> {
  await tx.updateTable('worker').set(settings).where('id', '=', workerId).execute()
}

export async function findDraftKeySalt(tx: Transaction, workerId: string): Promise<Buffer> {
  const row = await tx
    .selectFrom('worker')
    .select('draftKeySalt')
    .where('id', '=', workerId)
    .executeTakeFirstOrThrow()
  return row.draftKeySalt
}

export async function listNoticesOf(tx: Transaction) {
  return await tx
    .selectFrom('notice')
    .select(['id', 'kind', 'facts', 'at', 'seenAt'])
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
}

export async function markNoticesSeen(tx: Transaction, now: string): Promise<void> {
  await tx.updateTable('notice').set({ seenAt: now }).where('seenAt', 'is', null).execute()
}

export async function listColleaguesWith(tx: Transaction, role: string | undefined) {
  return await tx
    .selectFrom('worker')
    .select(['id', 'fullName', 'title', 'roles'])
    .where('endedAt', 'is', null)
    .$if(role !== undefined, (query) => query.where(sql<boolean>`${role} = any (roles)`))
    .orderBy('fullName')
    .execute()
}
