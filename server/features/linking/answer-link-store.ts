import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { linkedReferral } from '@peyvand/domain/linking/contract.ts'
import type { Transaction } from '../../platform/db/database.ts'

/** Secrets of a link are kept as their hash alone. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export async function insertAnswerLink(
  tx: Transaction,
  link: {
    id: string
    caseId: string
    referralId: string
    recipientName: string
    tokenHash: Buffer
    codeHash: Buffer
    /** It opens to the end of this day in the agency's zone. */
    expiresOn: string
    timeZone: string
    /** One that goes by mail: its address and language, and until when the present code opens. */
    email?: string
    language?: 'fa' | 'en'
    codeUntil?: string
  },
): Promise<void> {
  const { expiresOn, timeZone, ...row } = link
  const expiresAt = sql<string>`(${expiresOn}::date + time '23:59:59') at time zone ${timeZone}`
  await tx
    .insertInto('answerLink')
    .values({ ...row, expiresAt })
    .execute()
}

export async function queueLinkMail(
  tx: Transaction,
  mailId: string,
  linkId: string,
): Promise<void> {
  await sql`select mail_answer_link(${mailId}, ${linkId})`.execute(tx)
}

/** A fresh code for a mailed link, in place of the one before it. */
export async function askLinkCode(
  tx: Transaction,
  asked: { mailId: string; token: string; codeHash: Buffer },
): Promise<'asked' | 'wait' | 'not_usable'> {
  const found = await sql<{ answer: 'asked' | 'wait' | 'not_usable' }>`
    select ask_link_code(${asked.mailId}, ${hashSecret(asked.token)}, ${asked.codeHash}) as answer`.execute(
    tx,
  )
  return found.rows[0]?.answer ?? 'not_usable'
}

/** What the mail with a link may say; undefined where the link opens no more. */
export async function findMailedLink(
  tx: Transaction,
  linkId: string,
): Promise<{ agencyName: string; recipientName: string } | undefined> {
  const found = await sql<{ agencyName: string; recipientName: string }>`
    select g.name as agency_name, l.recipient_name from answer_link l
    join case_file c on c.id = l.case_id join agency g on g.id = c.agency_id
    where l.id = ${linkId} and answer_link_opens(l)`.execute(tx)
  return found.rows[0]
}

export async function withdrawLinksOf(
  tx: Transaction,
  referralId: string,
  now: string,
): Promise<void> {
  await tx
    .updateTable('answerLink')
    .set({ withdrawnAt: now })
    .where('referralId', '=', referralId)
    .where('withdrawnAt', 'is', null)
    .execute()
}

export async function withdrawLink(
  tx: Transaction,
  at: { linkId: string; referralId: string; now: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable('answerLink')
    .set({ withdrawnAt: at.now })
    .where('id', '=', at.linkId)
    .where('referralId', '=', at.referralId)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

type LinkAnswer = 'open' | 'wrong' | 'expired' | 'not_usable'

/** Counts a wrong code, so whoever calls it commits before telling. */
export async function openAnswerLink(
  tx: Transaction,
  secrets: { token: string; codeHash: Buffer; session: string },
): Promise<LinkAnswer> {
  const found = await sql<{ answer: LinkAnswer }>`
    select open_answer_link(${hashSecret(secrets.token)}, ${secrets.codeHash}, ${hashSecret(secrets.session)}) as answer`.execute(
    tx,
  )
  return found.rows[0]?.answer ?? 'not_usable'
}

/** The row as the function tells it: what leaves, and the ids that only the audit needs. */
export type LinkedReferralRow = Omit<z.output<typeof linkedReferral>, 'nextSteps'> & {
  referralId: string
  caseId: string
  agencyId: string
}

export async function findLinkedReferral(tx: Transaction, session: string) {
  const found = await sql<{ referral: LinkedReferralRow | null }>`
    select linked_referral(${hashSecret(session)}) as referral`.execute(tx)
  return found.rows[0]?.referral ?? undefined
}

export async function answerLinked(
  tx: Transaction,
  answer: {
    session: string
    stepId: string
    version: number
    from: string
    to: string | null
    reason: string
    outcome: string | null
    outcomeNote: string
    onDay: string
  },
): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`
    select answer_by_link(${hashSecret(answer.session)}, ${answer.stepId}, ${answer.version}, ${answer.from},
      ${answer.to}, ${answer.reason}, ${answer.outcome}, ${answer.outcomeNote}, ${answer.onDay}) as taken`.execute(
    tx,
  )
  return found.rows[0]?.taken ?? false
}

export async function closeSession(tx: Transaction, session: string): Promise<void> {
  await sql`select close_link_session(${hashSecret(session)})`.execute(tx)
}
