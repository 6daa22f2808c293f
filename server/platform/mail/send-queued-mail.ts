import { sql } from 'kysely'
import type { Database, Transaction } from '../db/database.ts'
import type { JobContext } from '../jobs/job.ts'
import { MailFailed } from './mail-failed.ts'
import type { MailWords } from './mailer.ts'

/** A mail that waits, as a room needs it to find its words. */
export interface QueuedMail {
  id: string
  subjectId: string
  address: string
  language: 'fa' | 'en'
}

type Compose = (tx: Transaction, mail: QueuedMail, origin: string) => Promise<MailWords | undefined>

/**
 * Sends one mail of the queue, once: what went, or is of no use any more, is left alone. Its words
 * are made by `compose`, which answers undefined where the reason for it is gone.
 */
export async function sendQueuedMail(
  { database, mailer, log }: JobContext,
  mailId: string,
  compose: Compose,
): Promise<void> {
  const found = await database.transaction().execute(async (tx) => await findWaiting(tx, mailId))
  if (!found) return
  if (found.isLate) return await closeMail(database, mailId, 'late')
  if (!mailer) {
    await countFailure(database, mailId)
    throw new Error('A mail waits and no mail server is named: set PEYVAND_SMTP_URL.')
  }
  const words = await database
    .transaction()
    .execute(async (tx) => await compose(tx, found, mailer.origin))
  if (!words) return await closeMail(database, mailId, 'not_needed')
  try {
    await mailer.send(mailId, found.address, words)
  } catch (err) {
    await countFailure(database, mailId)
    if (!(err instanceof MailFailed && err.isFinal)) throw err
    await closeMail(database, mailId, 'refused')
    log.error({ step: 'mail', err }, 'a mail cannot be delivered')
    return
  }
  await closeMail(database, mailId, 'sent')
}

async function findWaiting(
  tx: Transaction,
  mailId: string,
): Promise<(QueuedMail & { isLate: boolean }) | undefined> {
  const found = await sql<QueuedMail & { isLate: boolean }>`
    select id, subject_id, address, language, until <= now() as is_late
    from app.mail where id = ${mailId} and state = 'waiting'`.execute(tx)
  return found.rows[0]
}

type Closed = 'sent' | 'refused' | 'late' | 'not_needed'

async function closeMail(database: Database, mailId: string, state: Closed): Promise<void> {
  await sql`select app.close_mail(${mailId}, ${state})`.execute(database)
}

async function countFailure(database: Database, mailId: string): Promise<void> {
  await sql`select app.count_mail_failure(${mailId})`.execute(database)
}
