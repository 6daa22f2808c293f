import { sql } from 'kysely'
import type { z } from 'zod'
import type { caseFile, needThread } from '@peyvand/domain/cases/contract.ts'
import type { Told } from '../../platform/http/route-context.ts'
import type { Transaction } from '../../platform/db/database.ts'

type NeedThread = Told<z.output<typeof needThread>>

export interface NeedRow extends Omit<NeedThread, 'standing' | 'reached' | 'goals' | 'referrals'> {
  setAside: boolean
  evidence: string
  whoseView: string
  assessmentId: string | null
  goals: (NeedThread['goals'][number] & { ended: boolean })[]
  referrals: (NeedThread['referrals'][number] & { silent: boolean })[]
}

type CaseFile = Told<z.output<typeof caseFile>>

export interface CaseFileRow extends Omit<CaseFile, 'spine' | 'needs'> {
  needs: NeedRow[]
  facts: {
    assessmentsCompleted: number
    referralsOpen: number
    referralsEnded: number
    contacts: number
    reviews: number
  }
}

const person = (alias: string) =>
  sql.raw(`'id', ${alias}.id, 'givenName', ${alias}.given_name, 'familyName', ${alias}.family_name`)

/** What is read for the needs and again elsewhere in a file: once, and so under its policy once. */
const plansGoalsAndReferrals = (caseId: string) => sql`
  plans as materialized (
    select pl.id, pl.edition, pl.status from plan pl where pl.case_id = ${caseId}),
  goals as materialized (
    select g.id, g.number, coalesce(nullif(g.client_words, ''), g.professional_words) as words, g.refused,
      g.ended_on, g.baseline, g.continues
    from goal g join plans pl on pl.id = g.plan_id and pl.status not in ('superseded', 'refused')
    where g.case_id = ${caseId}),
  referrals as materialized (
    select r.id, r.need_id, r.service_id, r.status, r.sent_at, r.outcome, r.answer_expected_on
    from referral r where r.case_id = ${caseId} and r.status <> 'entered_in_error')`

/** The needs of a case with all that hangs on each: barriers, goals with their level, referrals. */
const needThreads = (caseId: string, today: string) => sql`
  select n.number, jsonb_build_object(
    'id', n.id, 'number', n.number, 'statement', n.statement, 'domain', n.domain, 'level', n.level,
    'severity', n.severity, 'foundOn', n.found_on, 'setAside', n.set_aside is not null,
    'setAsideReason', n.set_aside_reason, 'outcome', n.outcome, 'outcomeReason', n.outcome_reason,
    'evidence', n.evidence, 'whoseView', n.whose_view, 'assessmentId', n.assessment_id,
    'barriers', coalesce((select jsonb_agg(jsonb_build_object('kind', b.kind, 'what', b.what) order by b.id)
      from barrier b where b.case_id = ${caseId} and b.need_id = n.id and b.ended_on is null), '[]'),
    'goals', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'number', g.number, 'words', g.words,
        'refused', g.refused, 'ended', g.ended_on is not null,
        'levelNow', coalesce((select p.level from goal_progress p where p.case_id = ${caseId} and p.goal_id = g.id
          order by p.on_day desc, p.id desc limit 1), g.baseline)) order by g.number)
      from goal_need gn join goals g on g.id = gn.goal_id
      where gn.case_id = ${caseId} and gn.need_id = n.id and gn.removed_at is null
        and not exists (select from goals later where later.continues = g.id)), '[]'),
    'referrals', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'serviceName', s.name,
        'organisationName', o.name, 'status', r.status, 'sentAt', r.sent_at, 'outcome', r.outcome,
        'silent', r.status = 'sent' and r.answer_expected_on < ${today}) order by r.id)
      from referrals r join service s on s.id = r.service_id join organisation o on o.id = s.organisation_id
      where r.need_id = n.id), '[]'))
  from need n where n.case_id = ${caseId}`

/** The whole file in one statement, under the reader's policies: what is hidden is simply not there. */
export async function findCaseFile(
  tx: Transaction,
  caseId: string,
  today: string,
): Promise<CaseFileRow | undefined> {
  const found = await sql<{ file: CaseFileRow }>`
    with people as materialized (
      select cp.part, p.id, p.given_name, p.family_name, p.other_names, p.father_name, p.sex, p.born_on,
        p.born_precision, p.died_on, p.safe_contact, p.interpreter_needed, p.languages
      from case_person cp join person p on p.id = cp.person_id where cp.case_id = ${caseId}),
    ${plansGoalsAndReferrals(caseId)},
    assessments as materialized (
      select x.id, x.person_id, x.instrument_id, x.completed_at, x.protocol_at, x.scores
      from assessment x where x.case_id = ${caseId} and x.status = 'completed'),
    contacts as materialized (
      select k.id, k.kind, k.reached, k.happened_at, k.worker_id, k.purpose
      from contact k where k.case_id = ${caseId} and k.entered_in_error = ''),
    team as materialized (
      select t.id, t.worker_id, t.role, t.groups, t.may_write, t.since, t.until, t.consent_id, t.created_at
      from team_member t where t.case_id = ${caseId} and t.ended_at is null),
    tasks as materialized (
      select t.id, t.title, t.kind, t.due_on, t.worker_id
      from task t where t.case_id = ${caseId} and t.done_at is null and t.dropped_reason = ''),
    workers as materialized (
      select w.id, w.full_name, w.ended_at, w.returned_at from worker w
      where w.id = any (array(select t.worker_id from team t union all select t.worker_id from tasks t
        union all select k.worker_id from contacts k)))
    select jsonb_build_object(
      'id', c.id, 'number', c.number, 'status', c.status, 'episode', c.episode, 'openedOn', c.opened_on,
      'closedOn', c.closed_on, 'riskLevel', c.risk_level, 'riskReason', c.risk_reason, 'version', c.version,
      'sealed', c.sealed, 'sharedBy', case when c.agency_id <> my_agency()
        then (select o.name from agency o where o.id = c.agency_id) end,
      'programme', jsonb_build_object('id', g.id, 'nameFa', g.name_fa, 'nameEn', g.name_en),
      'practiceModel', jsonb_build_object('id', m.id, 'code', m.code, 'nameFa', m.name_fa, 'nameEn', m.name_en,
        'reason', c.practice_model_reason),
      'client', jsonb_build_object(${person('p')}, 'otherNames', p.other_names, 'fatherName', p.father_name,
        'sex', p.sex, 'bornOn', p.born_on, 'bornPrecision', p.born_precision, 'diedOn', p.died_on,
        'safeContact', p.safe_contact, 'interpreterNeeded', p.interpreter_needed, 'languages', p.languages),
      'household', coalesce((select jsonb_agg(jsonb_build_object(${person('hp')},
          'role', coalesce(hm.role, ''), 'bornOn', hp.born_on, 'bornPrecision', hp.born_precision, 'part', hp.part)
          order by hp.born_on nulls last, hp.id)
        from people hp
        left join household_member hm on hm.person_id = hp.id and hm.household_id = c.household_id and hm.until is null
        where hp.id <> c.client_id), '[]'),
      'team', coalesce((select jsonb_agg(${memberColumns} order by t.since, t.id)
        from team t join workers w on w.id = t.worker_id), '[]'),
      'myGroups', a.groups, 'mayWrite', a.may_write, 'leadsTeam', leads_team(${caseId}),
      'next', coalesce((select jsonb_agg(${dueColumns} order by d.due_on, d.key) from due d
        where d.case_id = ${caseId} and d.ended_at is null
          and (d.snoozed_until is null or d.snoozed_until <= ${today})), '[]'),
      'needs', coalesce((select jsonb_agg(thread.need order by thread.number)
        from (${needThreads(caseId, today)}) as thread (number, need)), '[]'),
      'strengths', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'what', s.what, 'kind', s.kind,
          'whoseView', s.whose_view) order by s.id)
        from strength s where s.case_id = ${caseId} and s.ended_on is null), '[]'),
      'scores', coalesce((select jsonb_agg(jsonb_build_object('assessmentId', x.id, 'personId', x.person_id,
          'instrumentId', i.id, 'instrumentCode', i.code, 'titleFa', i.title_fa, 'titleEn', i.title_en, 'completedAt', x.completed_at, 'protocolAt', x.protocol_at,
          'scores', x.scores) order by x.completed_at)
        from assessments x join instrument i on i.id = x.instrument_id where x.scores is not null), '[]'),
      'contacts', coalesce((select jsonb_agg(to_jsonb(k) order by k."happenedAt" desc) from (
          select k.id, k.kind, k.reached, k.happened_at as "happenedAt", w.full_name as "workerName", k.purpose
          from contacts k join workers w on w.id = k.worker_id order by k.happened_at desc limit 5) k), '[]'),
      'tasks', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'kind', t.kind,
          'dueOn', t.due_on, 'workerName', w.full_name) order by t.due_on, t.id)
        from tasks t join workers w on w.id = t.worker_id), '[]'),
      'plan', (select jsonb_build_object('id', pl.id, 'edition', pl.edition, 'status', pl.status)
        from plans pl where pl.status <> 'superseded' order by pl.edition desc limit 1),
      'facts', jsonb_build_object(
        'assessmentsCompleted', (select count(*) from assessments),
        'referralsOpen', (select count(*) from referrals r where r.status in ('sent', 'accepted', 'started', 'waiting')),
        'referralsEnded', (select count(*) from referrals r where r.status in ('completed', 'declined', 'stopped', 'cancelled')),
        'contacts', (select count(*) from contacts),
        'reviews', (select count(*) from review v where v.case_id = ${caseId}))
    ) as file
    from case_file c
    join people p on p.id = c.client_id
    join programme g on g.id = c.programme_id
    join practice_model m on m.id = c.practice_model_id
    cross join lateral (
      select array_agg(distinct g) as groups, bool_or(x.may_write) as may_write
      from case_access x, unnest(x.groups) g
      where x.case_id = c.id and x.user_id = me() and x.until > now()) a
    where c.id = ${caseId}`.execute(tx)
  return found.rows[0]?.file
}

const memberColumns = sql`jsonb_build_object('id', t.id, 'workerId', t.worker_id, 'fullName', w.full_name,
  'role', t.role, 'groups', t.groups, 'mayWrite', t.may_write, 'since', t.since, 'until', t.until,
  'consentId', t.consent_id, 'hasLeft', has_left(w.ended_at, w.returned_at, t.created_at))`

const dueColumns = sql`jsonb_build_object('key', d.key, 'rule', d.rule, 'element', d.element, 'level', d.level,
  'dueOn', d.due_on, 'facts', d.facts, 'act', d.act, 'subjectId', d.subject_id)`

export async function listTeam(tx: Transaction, caseId: string): Promise<CaseFile['team']> {
  const found = await sql<{ member: CaseFile['team'][number] }>`
    select ${memberColumns} as member from team_member t join worker w on w.id = t.worker_id
    where t.case_id = ${caseId} and t.ended_at is null order by t.since, t.id`.execute(tx)
  return found.rows.map(({ member }) => member)
}

export async function findNeedRow(
  tx: Transaction,
  caseId: string,
  needId: string,
  today: string,
): Promise<NeedRow | undefined> {
  const found = await sql<{ need: NeedRow }>`
    with ${plansGoalsAndReferrals(caseId)}
    select thread.need from (${needThreads(caseId, today)} and n.id = ${needId}) as thread (number, need)`.execute(
    tx,
  )
  return found.rows[0]?.need
}
