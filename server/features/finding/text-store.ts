import { sql } from 'kysely'
import { matchPattern } from '@peyvand/domain/text/match-pattern.ts'
import type { Transaction } from '../../platform/db/database.ts'

export interface TextRow {
  kind: string
  recordId: string
  at: string
  case: { id: string; number: string; client: { givenName: string; familyName: string } }
  text: string
  onlyFor: { id: string; givenName: string; familyName: string } | null
}

/**
 * Texts of these cases in which all words may stand, newest first. Each table is led by its cases,
 * and its own policy says which rows of them are read: a group that is not mine, or a colleague's
 * draft, is not searched.
 */
export async function listTextsWith(
  tx: Transaction,
  cases: readonly string[],
  words: readonly string[],
): Promise<TextRow[]> {
  const patterns = words.map((word) => sql`and normalize(t.text, nfkd) ~* ${matchPattern(word)}`)
  const { rows } = await sql<TextRow>`
    with text_of as (
      select 'note' as kind, n.id as record_id, n.case_id, coalesce(n.signed_at, n.created_at) as at,
        (select string_agg(s.value, E'\n') from jsonb_each_text(n.sections) s) as text, n.only_for
      from note n where n.case_id = any (${cases}::uuid[]) and n.status <> 'amended'
      union all
      select 'contact', k.id, k.case_id, k.happened_at, concat_ws(E'\n', nullif(k.purpose, ''), nullif(k.place, ''), nullif(k.with_others, '')), null
      from contact k where k.case_id = any (${cases}::uuid[]) and k.entered_in_error = ''
      union all
      select 'plan', p.id, p.case_id, p.created_at,
        (select string_agg(coalesce(s.value ->> 'words', s.value ->> 'none'), E'\n') from jsonb_each(p.sections) s), null
      from plan p where p.case_id = any (${cases}::uuid[]) and p.status <> 'superseded'
      union all
      select 'goal', g.id, g.case_id, g.created_at, concat_ws(E'\n', nullif(g.client_words, ''), nullif(g.professional_words, '')), null
      from goal g join plan p on p.id = g.plan_id and p.case_id = g.case_id and p.status <> 'superseded'
      where g.case_id = any (${cases}::uuid[])
      union all
      select 'action', a.id, a.case_id, a.created_at, concat_ws(E'\n', nullif(a.what, ''), nullif(a.who_name, '')), null
      from action a join goal g on g.id = a.goal_id and g.case_id = a.case_id
      join plan p on p.id = g.plan_id and p.case_id = g.case_id and p.status <> 'superseded'
      where a.case_id = any (${cases}::uuid[])
      union all
      select 'need', d.id, d.case_id, d.created_at, concat_ws(E'\n', nullif(d.statement, ''), nullif(d.evidence, ''), nullif(d.outcome_reason, '')), null
      from need d where d.case_id = any (${cases}::uuid[])
      union all
      select 'document', f.id, f.case_id, f.created_at, f.name, f.only_for
      from document f where f.case_id = any (${cases}::uuid[]) and f.withdrawn_at is null
    ), hit as (
      select t.* from text_of t where t.text <> '' ${sql.join(patterns, sql` `)}
      order by t.at desc, t.record_id limit 200
    )
    select h.kind, h.record_id, h.at, h.text,
      jsonb_build_object('id', c.id, 'number', c.number,
        'client', jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name)) as "case",
      (select jsonb_build_object('id', w.id, 'givenName', w.given_name, 'familyName', w.family_name)
        from person w where w.id = h.only_for) as only_for
    from hit h join case_file c on c.id = h.case_id join person p on p.id = c.client_id
    order by h.at desc, h.record_id`.execute(tx)
  return rows
}
