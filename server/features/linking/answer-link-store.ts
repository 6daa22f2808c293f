import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { linkedReferral, listSightLinks, sight } from '@peyvand/domain/linking/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
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
    /** Its one subject: a referral, or the person whose own sight it is. */
    subject: { referralId: string } | { personId: string }
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
  const { expiresOn, timeZone, subject, ...row } = link
  const expiresAt = sql<string>`(${expiresOn}::date + time '23:59:59') at time zone ${timeZone}`
  await tx
    .insertInto('answerLink')
    .values({ ...row, referralId: null, personId: null, ...subject, expiresAt })
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

interface MailedLink {
  agencyName: string
  recipientName: string
  /** For the client of the case, not for a partner. */
  isOwn: boolean
}

/** What the mail with a link may say; undefined where the link opens no more. */
export async function findMailedLink(
  tx: Transaction,
  linkId: string,
): Promise<MailedLink | undefined> {
  const found = await sql<MailedLink>`
    select g.name as agency_name, l.recipient_name, l.person_id is not null as is_own from answer_link l
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
  at: { linkId: string; subject: { referralId: string } | { ownOfCase: string }; now: string },
): Promise<boolean> {
  const { linkId, subject, now } = at
  const open = tx.updateTable('answerLink').set({ withdrawnAt: now }).where('id', '=', linkId)
  const changed = await (
    'referralId' in subject
      ? open.where('referralId', '=', subject.referralId)
      : open.where('caseId', '=', subject.ownOfCase).where('personId', 'is not', null)
  ).executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

type LinkRow = AnswerOf<typeof listSightLinks>['links'][number]

/** A link as the people of the case see it; `l` is the link. */
export const linkColumns = sql`jsonb_build_object('id', l.id, 'recipientName', l.recipient_name,
  'expiresAt', l.expires_at, 'openedAt', l.opened_at, 'withdrawnAt', l.withdrawn_at, 'tries', l.tries,
  'email', l.email, 'mail', case when l.email <> '' then link_mail_state(l.id) end)`

export async function listSightLinksOf(tx: Transaction, caseId: string): Promise<LinkRow[]> {
  const found = await sql<{ link: LinkRow }>`
    select ${linkColumns} as link from answer_link l
    where l.case_id = ${caseId} and l.person_id is not null order by l.id desc`.execute(tx)
  return found.rows.map(({ link }) => link)
}

/** Whom a sight is for, and whether I lead the case. */
export async function findSightPerson(tx: Transaction, caseId: string, personId: string) {
  const found = await sql<{
    leadsTeam: boolean
    part: string | null
    diedOn: string | null
    name: string | null
  }>`
    select leads_team(${caseId}) as leads_team, cp.part, p.died_on,
      trim(p.given_name || ' ' || p.family_name) as name
    from (select) one left join case_person cp on cp.case_id = ${caseId} and cp.person_id = ${personId}
    left join person p on p.id = cp.person_id`.execute(tx)
  return found.rows[0]
}

/** The row as the function tells it: what leaves, and the ids that only the audit needs. */
export type SightRow = Omit<z.output<typeof sight>, 'visits'> & {
  linkId: string
  caseId: string
  personId: string
  agencyId: string
  looks: { at: string; fullName: string | null; verb: string; inEmergency: boolean }[]
}

export async function findSight(tx: Transaction, session: string): Promise<SightRow | undefined> {
  const found = await sql<{ sight: SightRow | null }>`
    select client_sight(${hashSecret(session)}) as sight`.execute(tx)
  return found.rows[0]?.sight ?? undefined
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
