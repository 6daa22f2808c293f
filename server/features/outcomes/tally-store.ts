import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tally } from '@peyvand/domain/outcomes/count-cells.ts'
import { bandOf, serviceBands } from '@peyvand/domain/outcomes/topics.ts'
import type { TopicCode } from '@peyvand/domain/outcomes/topics.ts'
import type { Transaction } from '../../platform/db/database.ts'

/** Which agency, and the months that are counted: their first days, and the day after the last. */
export interface Span {
  agencyId: string
  timeZone: string
  months: readonly string[]
  endsBefore: string
}

/** What a summary is reckoned from: one pass over the things it counts, grouped in the database. */
export const tallyOf: Record<TopicCode, (tx: Transaction, span: Span) => Promise<Tally[]>> = {
  cases: tallyCases,
  needs: tallyNeeds,
  referrals: tallyReferrals,
  requests: tallyRequests,
  first_service: tallyFirstServices,
}

interface Row {
  row: string
  cameIn: number
  went: string | null
  wentIn: number | null
  count: number
}

/** The number of the month in which a day falls; -1 before the first one. */
function monthOf(day: RawBuilder<unknown>, { months }: Span) {
  return sql`width_bucket(${day}, ${[...months]}::date[]) - 1`
}

function dayOf(instant: RawBuilder<unknown>, { timeZone }: Span) {
  return sql`(${instant} at time zone ${timeZone})::date`
}

function present(rows: readonly Row[], came: string): Tally[] {
  return rows.map(({ row, cameIn, went, wentIn, count }) => ({
    row,
    came,
    cameIn,
    count,
    ...(went === null || wentIn === null ? {} : { went, wentIn }),
  }))
}

/** Opened in the present episode; a case that was reopened was opened on that day. */
async function tallyCases(tx: Transaction, span: Span): Promise<Tally[]> {
  const { rows } = await sql<Row>`
    select programme_id::text as row, ${monthOf(sql`opened_on`, span)} as came_in,
      case when closed_on < ${span.endsBefore} then 'closed' end as went,
      case when closed_on < ${span.endsBefore} then ${monthOf(sql`closed_on`, span)} end as went_in,
      count(*)::int as count
    from case_file where agency_id = ${span.agencyId} and opened_on < ${span.endsBefore}
    group by 1, 2, 3, 4`.execute(tx)
  return present(rows, 'opened')
}

async function tallyNeeds(tx: Transaction, span: Span): Promise<Tally[]> {
  const { rows } = await sql<Row>`
    select n.domain as row, ${monthOf(sql`n.found_on`, span)} as came_in,
      case when n.outcome_on < ${span.endsBefore} then n.outcome end as went,
      case when n.outcome_on < ${span.endsBefore} then ${monthOf(sql`n.outcome_on`, span)} end as went_in,
      count(*)::int as count
    from need n join case_file c on c.id = n.case_id
    where c.agency_id = ${span.agencyId} and n.found_on < ${span.endsBefore}
    group by 1, 2, 3, 4`.execute(tx)
  return present(rows, 'found')
}

/** By the domain of the need that a referral answers. */
async function tallyReferrals(tx: Transaction, span: Span): Promise<Tally[]> {
  const sentOn = dayOf(sql`r.sent_at`, span)
  const { rows } = await sql<Row>`
    select n.domain as row, ${monthOf(sentOn, span)} as came_in,
      case when r.outcome_on < ${span.endsBefore} then r.outcome end as went,
      case when r.outcome_on < ${span.endsBefore} then ${monthOf(sql`r.outcome_on`, span)} end as went_in,
      count(*)::int as count
    from referral r join need n on n.id = r.need_id join case_file c on c.id = r.case_id
    where c.agency_id = ${span.agencyId} and r.status not in ('draft', 'entered_in_error')
      and ${sentOn} < ${span.endsBefore}
    group by 1, 2, 3, 4`.execute(tx)
  return present(rows, 'sent')
}

async function tallyRequests(tx: Transaction, span: Span): Promise<Tally[]> {
  const receivedOn = dayOf(sql`received_at`, span)
  const decidedOn = sql`case when status in ('guided', 'ineligible', 'accepted', 'declined', 'withdrawn')
    then ${dayOf(sql`decided_at`, span)} end`
  const { rows } = await sql<Row>`
    with r as (select programme_id, ${receivedOn} as received_on, ${decidedOn} as decided_on
      from request where agency_id = ${span.agencyId})
    select programme_id::text as row, ${monthOf(sql`received_on`, span)} as came_in,
      case when decided_on < ${span.endsBefore} then 'decided' end as went,
      case when decided_on < ${span.endsBefore} then ${monthOf(sql`decided_on`, span)} end as went_in,
      count(*)::int as count
    from r where received_on < ${span.endsBefore}
    group by 1, 2, 3, 4`.execute(tx)
  return present(rows, 'received')
}

/** Of each case the first day a referral began to be served, or help is known to have come. */
async function tallyFirstServices(tx: Transaction, span: Span): Promise<Tally[]> {
  const longest = (serviceBands.at(-1)?.upTo ?? 0) + 1
  const { rows } = await sql<{ row: string; days: number; inMonth: number; count: number }>`
    with served as (
      select case_id, min(on_day) as on_day from (
        select case_id, ${dayOf(sql`at`, span)} as on_day from referral_step
        where to_status in ('started', 'completed')
        union all
        select case_id, outcome_on from referral
        where outcome in ('got_help', 'partly') and status <> 'entered_in_error') each_service
      group by case_id)
    select r.programme_id::text as row,
      least(greatest(s.on_day - ${dayOf(sql`r.received_at`, span)}, 0), ${longest}::int) as days,
      ${monthOf(sql`s.on_day`, span)} as in_month, count(*)::int as count
    from request r join served s on s.case_id = r.case_id
    where r.agency_id = ${span.agencyId}
      and s.on_day >= ${span.months[0]} and s.on_day < ${span.endsBefore}
    group by 1, 2, 3`.execute(tx)
  return rows.map(({ row, days, inMonth, count }) => ({
    row,
    came: bandOf(days),
    cameIn: inMonth,
    went: 'served',
    wentIn: inMonth,
    count,
  }))
}
