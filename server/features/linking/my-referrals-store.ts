import { sql } from 'kysely'
import { narrowToCases } from '../../platform/access/open-act.ts'
import type { Transaction } from '../../platform/db/database.ts'

interface Row {
  id: string
  caseId: string
  clientName: string
  needStatement: string
  serviceName: string
  organisationName: string
  status: string
  sentAt: string | null
  seenAt: string | null
  answerExpectedOn: string | null
  outcome: string | null
}

const shown = {
  open: sql`r.status in ('draft', 'sent', 'accepted', 'started', 'waiting')`,
  silent: sql`r.status = 'sent' and r.answer_expected_on < `,
  ended: sql`r.status in ('completed', 'declined', 'stopped', 'cancelled')`,
}

/** Referrals of my cases: the page first, under my cases; then its names, narrowed to it. */
export async function listMyReferralPage(
  tx: Transaction,
  today: string,
  page: { show: 'open' | 'silent' | 'ended'; before?: string | undefined; limit: number },
): Promise<Row[]> {
  const wanted = page.show === 'silent' ? sql`${shown.silent} ${today}` : shown[page.show]
  const ids = await sql<{ id: string; caseId: string }>`
    select r.id, r.case_id from referral r
    where ${wanted} ${page.before ? sql`and r.id < ${page.before}` : sql``}
    order by r.id desc limit ${page.limit}`.execute(tx)
  if (ids.rows.length === 0) return []
  await narrowToCases(tx, [...new Set(ids.rows.map(({ caseId }) => caseId))])
  const found = await sql<Row>`
    select r.id, r.case_id, p.given_name || ' ' || p.family_name as client_name, n.statement as need_statement,
      s.name as service_name, o.name as organisation_name, r.status, r.sent_at, r.seen_at,
      r.answer_expected_on, r.outcome
    from referral r
    join case_file c on c.id = r.case_id join person p on p.id = c.client_id
    join need n on n.id = r.need_id
    join service s on s.id = r.service_id join organisation o on o.id = s.organisation_id
    where r.case_id = any (${[...new Set(ids.rows.map(({ caseId }) => caseId))]}::uuid[])
      and r.id = any (${ids.rows.map(({ id }) => id)}::uuid[])
    order by r.id desc`.execute(tx)
  return found.rows
}
