import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Element } from '@peyvand/domain/cases/levels.ts'
import type { Transaction } from '../../platform/db/database.ts'

export interface TimelineEvent {
  id: string
  at: string
  kind: string
  element: Element | null
  subjectId: string
  byName: string | null
  facts: unknown
}

interface Source {
  element: Element | null
  /** Selects `at, kind, subject_id, by_id, facts` of one kind of row of the case. */
  rows: (caseId: string) => RawBuilder<unknown>
}

/** Every kind of thing that happens to a case, read where it is kept: there is no second diary. */
const sources: Source[] = [
  {
    element: 'assessment',
    rows: (
      caseId,
    ) => sql`select x.completed_at as at, case when x.amends is null then 'assessment_completed' else 'assessment_amended' end as kind,
      x.id as subject_id, x.created_by as by_id,
      jsonb_build_object('titleFa', i.title_fa, 'titleEn', i.title_en, 'code', i.code, 'scores', x.scores) as facts
      from assessment x join instrument i on i.id = x.instrument_id
      where x.case_id = ${caseId} and x.completed_at is not null and x.status <> 'entered_in_error'`,
  },
  {
    element: 'assessment',
    rows: (caseId) => sql`select n.created_at, 'need_found', n.id, n.created_by,
      jsonb_build_object('needId', n.id, 'statement', n.statement, 'severity', n.severity) from need n where n.case_id = ${caseId}`,
  },
  {
    element: 'assessment',
    rows: (caseId) => sql`select s.created_at, 'strength_found', s.id, s.created_by,
      jsonb_build_object('what', s.what, 'strengthKind', s.kind) from strength s where s.case_id = ${caseId}`,
  },
  {
    element: 'plan',
    rows: (
      caseId,
    ) => sql`select p.proposed_at, 'plan_proposed', p.id, p.created_by, jsonb_build_object('edition', p.edition)
      from plan p where p.case_id = ${caseId} and p.proposed_at is not null`,
  },
  {
    element: 'plan',
    rows: (caseId) => sql`select a.created_at, 'plan_answered', a.plan_id, a.created_by,
      jsonb_build_object('answer', a.answer, 'words', a.words, 'goalAnswers', a.goal_answers)
      from plan_agreement a where a.case_id = ${caseId}`,
  },
  {
    element: 'linking',
    rows: (caseId) => sql`select k.created_at, 'consent_given', k.id, k.created_by,
      jsonb_build_object('recipient', k.recipient_name, 'purpose', k.purpose) from consent k where k.case_id = ${caseId}`,
  },
  {
    element: 'linking',
    rows: (caseId) => sql`select k.withdrawn_at, 'consent_withdrawn', k.id, null::uuid,
      jsonb_build_object('recipient', k.recipient_name) from consent k where k.case_id = ${caseId} and k.withdrawn_at is not null`,
  },
  {
    element: 'linking',
    rows: (caseId) => sql`select t.at, 'referral_step', t.referral_id, t.worker_id,
      jsonb_build_object('needId', r.need_id, 'to', t.to_status, 'bySide', t.by_side, 'reason', t.reason, 'service', s.name)
      from referral_step t join referral r on r.id = t.referral_id join service s on s.id = r.service_id
      where t.case_id = ${caseId}`,
  },
  {
    element: 'monitoring',
    rows: (caseId) => sql`select k.happened_at, 'contact', k.id, k.worker_id,
      jsonb_build_object('contactKind', k.kind, 'reached', k.reached, 'purpose', k.purpose)
      from contact k where k.case_id = ${caseId} and k.entered_in_error = ''`,
  },
  {
    element: 'monitoring',
    rows: (
      caseId,
    ) => sql`select n.signed_at, case when n.amends is null then 'note_signed' else 'note_amended' end, n.id, n.signed_by,
      jsonb_build_object('format', n.format, 'onlyFor', n.only_for) from note n where n.case_id = ${caseId} and n.signed_at is not null`,
  },
  {
    element: 'monitoring',
    rows: (
      caseId,
    ) => sql`select t.done_at, 'task_done', t.id, t.done_by, jsonb_build_object('title', t.title)
      from task t where t.case_id = ${caseId} and t.done_at is not null`,
  },
  {
    element: 'monitoring',
    rows: (caseId) => sql`select p.created_at, 'goal_progress', p.goal_id, p.created_by,
      jsonb_build_object('goalId', p.goal_id, 'level', p.level, 'said', p.said, 'words', coalesce(nullif(g.client_words, ''), g.professional_words))
      from goal_progress p join goal g on g.id = p.goal_id where p.case_id = ${caseId}`,
  },
  {
    element: 'review',
    rows: (caseId) => sql`select v.created_at, 'review', v.id, v.created_by,
      jsonb_build_object('decision', v.decision, 'clientSays', v.client_says) from review v where v.case_id = ${caseId}`,
  },
  {
    element: 'review',
    rows: (caseId) => sql`select v.created_at, 'closed', v.id, v.created_by,
      jsonb_build_object('reason', v.reason, 'episode', v.episode) from closure v where v.case_id = ${caseId}`,
  },
  {
    element: 'review',
    rows: (caseId) => sql`select f.done_on::timestamptz, 'follow_up', f.id, null::uuid,
      jsonb_build_object('reached', f.reached, 'howNow', f.how_now) from follow_up f where f.case_id = ${caseId} and f.done_on is not null`,
  },
  {
    element: null,
    rows: (
      caseId,
    ) => sql`select c.created_at, 'case_opened', c.id, c.created_by, jsonb_build_object('number', c.number)
      from case_file c where c.id = ${caseId}`,
  },
  {
    element: null,
    rows: (
      caseId,
    ) => sql`select t.created_at, 'joined_team', t.id, t.created_by, jsonb_build_object('fullName', w.full_name, 'role', t.role)
      from team_member t join worker w on w.id = t.worker_id where t.case_id = ${caseId}`,
  },
  {
    element: null,
    rows: (
      caseId,
    ) => sql`select d.created_at, 'document_attached', d.id, d.created_by, jsonb_build_object('name', d.name, 'documentKind', d.kind, 'onlyFor', d.only_for)
      from document d where d.case_id = ${caseId}`,
  },
]

interface Page {
  element?: Element | undefined
  beforeAt?: string | undefined
  beforeId?: string | undefined
  /** Only what belongs to this need's thread. */
  about?: { needId: string; goalIds: readonly string[] }
  limit: number
}

export async function listEvents(
  tx: Transaction,
  caseId: string,
  page: Page,
): Promise<TimelineEvent[]> {
  const chosen = sources.filter(({ element }) => !page.element || element === page.element)
  const union = sql.join(
    chosen.map(
      ({ element, rows }) =>
        sql`(select e.*, ${element}::text as element from (${rows(caseId)}) as e (at, kind, subject_id, by_id, facts))`,
    ),
    sql` union all `,
  )
  const found = await sql<TimelineEvent>`
    select e.subject_id as id, e.at, e.kind, e.element, e.subject_id, e.facts, w.full_name as by_name
    from (${union}) e left join worker w on w.id = e.by_id
    where ${page.beforeAt ? sql`(e.at, e.subject_id) < (${page.beforeAt}::timestamptz, ${page.beforeId ?? null}::uuid)` : sql`true`}
      and ${
        page.about
          ? sql`(e.facts ->> 'needId' = ${page.about.needId} or (e.facts ->> 'goalId')::uuid = any (${page.about.goalIds}::uuid[]))`
          : sql`true`
      }
    order by e.at desc, e.subject_id desc limit ${page.limit}`.execute(tx)
  return found.rows
}
