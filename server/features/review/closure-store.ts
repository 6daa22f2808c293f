import { sql } from 'kysely'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/review/contract.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { needColumns, reviewColumns } from './review-store.ts'

export type ClosureRow = AnswerOf<typeof contract.closeCase>
export type ClosurePage = AnswerOf<typeof contract.readClosure>
export type FollowUpRow = AnswerOf<typeof contract.recordFollowUp>

const followUpColumns = sql`jsonb_build_object('id', u.id, 'months', u.months, 'dueOn', u.due_on,
  'doneOn', u.done_on, 'doneByName', (select w.full_name from worker w where w.id = u.done_by),
  'reached', u.reached, 'howNow', u.how_now, 'cancelledReason', u.cancelled_reason, 'version', u.version)`

const closureColumns = sql`jsonb_build_object('id', x.id, 'episode', x.episode, 'openedOn', x.opened_on,
  'closedOn', x.closed_on, 'reason', x.reason, 'reasonWords', x.reason_words, 'clientSays', x.client_says,
  'remainingRisk', x.remaining_risk, 'aftercare', x.aftercare,
  'byName', (select w.full_name from worker w where w.id = x.created_by),
  'reopenedOn', x.reopened_on, 'reopenReason', x.reopen_reason,
  'needs', coalesce((select jsonb_agg(${needColumns} order by n.number) from need n
    where n.case_id = x.case_id and n.outcome_on between x.opened_on and x.closed_on), '[]'),
  'followUps', coalesce((select jsonb_agg(${followUpColumns} order by u.due_on, u.id) from follow_up u
    where u.case_id = x.case_id and u.closure_id = x.id), '[]'),
  'contacts', k.contacts, 'contactMinutes', k.minutes,
  'review', (select ${reviewColumns} from review v where v.case_id = x.case_id and v.id = x.review_id))`

const closures = sql`closure x
  join case_file xc on xc.id = x.case_id join agency xa on xa.id = xc.agency_id
  cross join lateral (select count(*) as contacts, coalesce(sum(c.minutes), 0) as minutes from contact c
    where c.case_id = x.case_id and c.reached and c.entered_in_error = ''
      and (c.happened_at at time zone xa.time_zone)::date between x.opened_on and x.closed_on) k`

/** What stands between the case and its closing, and how it was closed before. */
export async function loadClosurePage(tx: Transaction, caseId: string): Promise<ClosurePage> {
  const found = await sql<{ page: ClosurePage }>`
    select jsonb_build_object(
      'status', c.status, 'episode', c.episode,
      'needs', coalesce((select jsonb_agg(${needColumns} order by n.number) from need n
        where n.case_id = c.id and (n.outcome_on is null or n.outcome_on >= c.opened_on)), '[]'),
      'unsignedNotes', coalesce((select jsonb_agg(jsonb_build_object('authorName', u.full_name, 'notes', u.notes))
        from unsigned_notes(c.id) u), '[]'),
      'openReferrals', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'service', s.name,
          'organisation', o.name, 'status', r.status) order by r.id)
        from referral r join service s on s.id = r.service_id join organisation o on o.id = s.organisation_id
        where r.case_id = c.id and r.status in ('draft', 'sent', 'accepted', 'started', 'waiting')), '[]'),
      'openTasks', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'dueOn', t.due_on,
          'workerName', w.full_name, 'version', t.version) order by t.due_on, t.id)
        from task t join worker w on w.id = t.worker_id
        where t.case_id = c.id and t.done_at is null and t.dropped_reason = ''), '[]'),
      'closures', coalesce((select jsonb_agg(${closureColumns} order by x.episode desc)
        from ${closures} where x.case_id = c.id), '[]'),
      'mayWrite', can_write_group(c.id, 'core')) as page
    from case_file c where c.id = ${caseId}`.execute(tx)
  const page = found.rows[0]?.page
  if (!page) throw new Error('the case in hand is always seen')
  return page
}

export async function findClosure(
  tx: Transaction,
  caseId: string,
  closureId: string,
): Promise<ClosureRow | undefined> {
  const found = await sql<{ closure: ClosureRow }>`
    select ${closureColumns} as closure from ${closures}
    where x.case_id = ${caseId} and x.id = ${closureId}`.execute(tx)
  return found.rows[0]?.closure
}

export async function findEpisode(tx: Transaction, caseId: string) {
  return await tx
    .selectFrom('caseFile as c')
    .innerJoin('agency as a', 'a.id', 'c.agencyId')
    .select(['c.status', 'c.episode', 'c.openedOn', 'a.calendar'])
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow()
}

/** The last review of this episode; the reader of no plan has none to name. */
export async function findLastReviewId(
  tx: Transaction,
  caseId: string,
  since: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('review')
    .select('id')
    .where('caseId', '=', caseId)
    .where('onDay', '>=', since)
    .orderBy('onDay', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}

export interface NewClosure {
  id: string
  caseId: string
  episode: number
  reviewId: string | null
  openedOn: string
  closedOn: string
  reason: string
  reasonWords: string
  clientSays: string
  remainingRisk: string
  aftercare: string
  createdAt: string
}

export async function insertClosure(tx: Transaction, row: NewClosure): Promise<void> {
  await tx.insertInto('closure').values(row).execute()
}

/** Refuses where the programme is full, or the client has an open case in it already. */
export async function takePlaceAgain(tx: Transaction, caseId: string): Promise<void> {
  await sql`select take_place_again(${caseId})`.execute(tx)
}

export async function markReopened(
  tx: Transaction,
  caseId: string,
  episode: number,
  reopened: { reopenedOn: string; reopenReason: string },
): Promise<void> {
  await tx
    .updateTable('closure')
    .set(reopened)
    .where('caseId', '=', caseId)
    .where('episode', '=', episode)
    .execute()
}

export async function insertFollowUps(
  tx: Transaction,
  rows: readonly {
    id: string
    caseId: string
    closureId: string
    months: number
    dueOn: string
  }[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto('followUp').values(rows).execute()
}

export async function lockFollowUp(
  tx: Transaction,
  caseId: string,
  followUpId: string,
): Promise<void> {
  await sql`select from follow_up where id = ${followUpId} and case_id = ${caseId} for update`.execute(
    tx,
  )
}

export async function findFollowUp(
  tx: Transaction,
  caseId: string,
  followUpId: string,
): Promise<FollowUpRow | undefined> {
  const found = await sql<{ followUp: FollowUpRow }>`
    select ${followUpColumns} as "followUp" from follow_up u
    where u.case_id = ${caseId} and u.id = ${followUpId}`.execute(tx)
  return found.rows[0]?.followUp
}

export async function updateFollowUp(
  tx: Transaction,
  followUpId: string,
  change:
    | { doneOn: string; doneBy: string; reached: boolean; howNow: string }
    | { cancelledReason: string },
): Promise<void> {
  await tx.updateTable('followUp').set(change).where('id', '=', followUpId).execute()
}

/** Follow-ups still ahead are called off when the case goes on. */
export async function cancelFollowUpsAhead(
  tx: Transaction,
  caseId: string,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('followUp')
    .set({ cancelledReason: reason })
    .where('caseId', '=', caseId)
    .where('doneOn', 'is', null)
    .where('cancelledReason', '=', '')
    .execute()
}
