import { sql } from 'kysely'
import { toLatinDigits } from '@peyvand/domain/text/digits.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { narrowToCases } from '../../platform/access/open-act.ts'

export interface CaseListFilter {
  before?: string | undefined
  limit: number
  words?: string | undefined
  status: 'open' | 'closed' | 'all'
  part: 'any' | 'case_manager' | 'supervisor' | 'member'
  risk?: string | undefined
}

interface CaseRow {
  id: string
  number: string
  client: { id: string; givenName: string; familyName: string }
  programme: { id: string; nameFa: string; nameEn: string }
  status: string
  episode: number
  riskLevel: string
  openedOn: string
  closedOn: string | null
  managerName: string | null
  lastContactAt: string | null
  needsOpen: number
  sealed: boolean
  sharedBy: string | null
  next: {
    key: string
    rule: string
    element: string
    level: string
    dueOn: string
    facts: unknown
    act: string
    subjectId: string | null
  } | null
}

/** A page of my cases: the ids first, then everything else narrowed to them. */
export async function listCasePage(
  tx: Transaction,
  me: string,
  today: string,
  filter: CaseListFilter,
): Promise<CaseRow[]> {
  const ids = await listCaseIds(tx, me, filter)
  await narrowToCases(tx, ids)
  if (ids.length === 0) return []
  const found = await sql<CaseRow>`
    select c.id, c.number, c.status, c.episode, c.risk_level, c.opened_on, c.closed_on, c.sealed,
      case when c.agency_id <> (select my_agency())
        then (select o.name from agency o where o.id = c.agency_id) end as shared_by,
      jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) as client,
      jsonb_build_object('id', g.id, 'nameFa', g.name_fa, 'nameEn', g.name_en) as programme,
      (select w.full_name from team_member t join worker w on w.id = t.worker_id
        where t.case_id = c.id and t.role = 'case_manager' and t.ended_at is null
          and not has_left(w.ended_at, w.returned_at, t.created_at)) as manager_name,
      (select k.happened_at from contact k where k.case_id = c.id and k.entered_in_error = ''
        order by k.happened_at desc limit 1) as last_contact_at,
      (select count(*) from need n where n.case_id = c.id and n.outcome is null) as needs_open,
      (select jsonb_build_object('key', d.key, 'rule', d.rule, 'element', d.element, 'level', d.level,
          'dueOn', d.due_on, 'facts', d.facts, 'act', d.act, 'subjectId', d.subject_id)
        from due d where d.case_id = c.id and d.ended_at is null
          and (d.snoozed_until is null or d.snoozed_until <= ${today})
        order by array_position('{crisis,urgent,watch,normal}'::text[], d.level), d.due_on, d.key limit 1) as next
    from unnest(${ids}::uuid[]) as page (id)
    join case_file c on c.id = page.id
    join person p on p.id = c.client_id
    join programme g on g.id = c.programme_id
    order by c.id desc`.execute(tx)
  return found.rows
}

const parts = {
  any: sql`true`,
  case_manager: sql`a.why = 'team:case_manager'`,
  supervisor: sql`a.why in ('team:supervisor', 'supervision')`,
  member: sql`a.cause = 'team' and a.why not in ('team:case_manager', 'team:supervisor')`,
}

/** The ids alone: picked by one function, or, where words are asked for, by names and numbers. */
async function listCaseIds(tx: Transaction, me: string, filter: CaseListFilter): Promise<string[]> {
  const { part, status, risk, before, limit, words } = filter
  const found = words
    ? await sql<{ id: string }>`
        select distinct a.case_id as id from case_access a
        join case_file c on c.id = a.case_id
        join person p on p.id = c.client_id
        where a.user_id = ${me} and a.until > now() and ${parts[part]}
          ${before ? sql`and a.case_id < ${before}` : sql``}
          ${status === 'all' ? sql`` : sql`and c.status = ${status}`}
          ${risk ? sql`and c.risk_level = ${risk}` : sql``}
          and (c.number like ${`%${toLatinDigits(words)}%`}
            or p.name_key like '%' || replace(normalise_name(${words}), ' ', '%') || '%')
        order by a.case_id desc limit ${limit}`.execute(tx)
    : await sql<{ id: string }>`
        select id from my_case_page(${part}, ${status}, ${risk ?? null}, ${before ?? null}, ${limit}) as page (id)`.execute(
        tx,
      )
  return found.rows.map(({ id }) => id)
}
