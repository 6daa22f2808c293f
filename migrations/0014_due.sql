-- What is due: one table, one place that reckons it.
-- The latest answer of dueItems(facts, today), rewritten in the transaction that changes a case
-- and every night. A row that no longer holds is ended, not removed, and keeps no facts.
create table app.due (
  case_id uuid not null references app.case_file,
  key text not null,
  -- the group that the facts come from
  data_group text not null,
  rule text not null,
  element text not null check (element in ('assessment', 'plan', 'linking', 'monitoring', 'review')),
  level text not null check (level in ('normal', 'watch', 'urgent', 'crisis')),
  due_on date not null,
  facts jsonb not null default '{}',
  act text not null,
  subject_id uuid,
  worker_id uuid references app.worker,
  snoozed_until date,
  snooze_reason text not null default '',
  snoozed_by uuid references app.worker,
  ended_at timestamptz,
  found_at timestamptz not null default now(),
  primary key (case_id, key)
);
create index due_open on app.due (case_id, due_on) where ended_at is null;
create index due_worker on app.due (worker_id, due_on) where ended_at is null;
call app.protect('due');
create policy staff_read on app.due for select to peyvand_staff using (app.can_see_group(case_id, data_group));
create policy staff_change on app.due for update to peyvand_staff using (app.can_write_group(case_id, data_group));
grant select on app.due to peyvand_staff;
grant update (snoozed_until, snooze_reason, snoozed_by) on app.due to peyvand_staff;

-- The last day on which everything due in an agency was reckoned anew.
create table app.due_round (
  agency_id uuid primary key references app.agency,
  done_on date not null
);
call app.protect('due_round');
create policy jobs_add on app.due_round for insert to peyvand_jobs with check (true);
create policy jobs_change on app.due_round for update to peyvand_jobs using (true);
grant insert, update on app.due_round to peyvand_jobs;

-- What is due follows from the whole case, whoever changed it: a nurse who may not read notes
-- still ends the alert about a note. So the facts are gathered here, past the policies, and each
-- item found is readable only with the group its facts come from.
create function app.due_facts_of(cases uuid[]) returns table (case_id uuid, facts jsonb)
language plpgsql stable security definer
set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  -- making the plan takes longer than using it, so it is kept
  return query select c.id, jsonb_build_object(
    'status', c.status,
    'openedOn', c.opened_on,
    'closedOn', c.closed_on,
    'riskLevel', c.risk_level,
    'managerId', (select t.worker_id from app.team_member t
      where t.case_id = c.id and t.role = 'case_manager' and t.ended_at is null),
    'contactEveryDays', m.content -> 'contactEveryDays',
    'reviewEveryDays', m.content -> 'reviewEveryDays',
    -- back to the last one that reached somebody
    'contacts', coalesce((select jsonb_agg(jsonb_build_object(
        'on', (x.happened_at at time zone a.time_zone)::date, 'reached', x.reached)
        order by x.happened_at desc)
      from app.contact x where x.case_id = c.id and x.entered_in_error = ''
        and (x.happened_at at time zone a.time_zone)::date >= c.opened_on
        and x.happened_at >= coalesce((select max(y.happened_at) from app.contact y
          where y.case_id = c.id and y.reached and y.entered_in_error = ''), '-infinity')), '[]'),
    'lastReviewOn', r.on_day,
    'nextReviewOn', r.next_on,
    'assessments', coalesce((select jsonb_agg(jsonb_build_object(
        'id', s.id, 'title', jsonb_build_object('fa', i.title_fa, 'en', i.title_en),
        'dataGroup', s.data_group, 'status', s.status,
        'startedOn', (s.started_at at time zone a.time_zone)::date,
        'completedOn', (s.completed_at at time zone a.time_zone)::date,
        'clientViewTold', s.client_view <> '' or s.client_view_missing <> '',
        'startedBy', s.created_by) order by s.id)
      from app.assessment s join app.instrument i on i.id = s.instrument_id
      where s.case_id = c.id and s.status in ('draft', 'completed')
        and (s.started_at at time zone a.time_zone)::date >= c.opened_on), '[]'),
    'scored', coalesce((select jsonb_agg(jsonb_build_object(
        'assessmentId', s.id, 'personId', s.person_id, 'instrument', i.code, 'dataGroup', s.data_group,
        'title', jsonb_build_object('fa', i.title_fa, 'en', i.title_en),
        'on', (s.completed_at at time zone a.time_zone)::date,
        'scores', s.scores -> 'scales',
        'scales', (select jsonb_agg(jsonb_build_object('id', k -> 'id', 'title', k -> 'title',
            'higherIs', k -> 'higherIs', 'change', k -> 'change'))
          from jsonb_array_elements(i.scoring -> 'scales') k where k ? 'change' and k ? 'higherIs'))
        order by s.completed_at)
      from app.assessment s join app.instrument i on i.id = s.instrument_id
      where s.case_id = c.id and s.status = 'completed' and s.scores is not null
        and i.scoring @? '$.scales[*].change'), '[]'),
    'needs', coalesce((select jsonb_agg(jsonb_build_object(
        'id', n.id, 'number', n.number, 'statement', n.statement, 'severity', n.severity,
        'urgency', n.urgency, 'foundOn', n.found_on,
        'settled', n.outcome is not null or n.set_aside is not null,
        'goals', (select count(*) from app.goal_need gn
          join app.goal g on g.id = gn.goal_id and not g.refused and g.ended_on is null
          join app.plan p on p.id = g.plan_id
            and p.status in ('draft', 'proposed', 'agreed', 'partly_agreed', 'in_force')
          where gn.case_id = c.id and gn.need_id = n.id and gn.removed_at is null)) order by n.number)
      from app.need n where n.case_id = c.id), '[]'),
    'plans', coalesce((select jsonb_agg(jsonb_build_object(
        'id', p.id, 'edition', p.edition, 'status', p.status,
        'createdOn', (p.created_at at time zone a.time_zone)::date,
        'proposedOn', (p.proposed_at at time zone a.time_zone)::date,
        'answeredOn', (select max(pa.answered_on) from app.plan_agreement pa
          where pa.case_id = c.id and pa.plan_id = p.id),
        'inForceOn', p.in_force_on) order by p.edition)
      from app.plan p where p.case_id = c.id), '[]'),
    'goals', coalesce((select jsonb_agg(jsonb_build_object(
        'id', g.id, 'number', g.number,
        'words', coalesce(nullif(g.client_words, ''), g.professional_words),
        'since', coalesce(p.in_force_on, (p.created_at at time zone a.time_zone)::date),
        'lastProgressOn', (select max(gp.on_day) from app.goal_progress gp
          where gp.case_id = c.id and gp.goal_id = g.id)) order by g.number)
      from app.plan p join app.goal g on g.plan_id = p.id and not g.refused and g.ended_on is null
      where p.case_id = c.id and p.status = 'in_force'), '[]'),
    'actions', coalesce((select jsonb_agg(jsonb_build_object(
        'id', x.id, 'what', x.what, 'goalNumber', g.number, 'dueOn', x.due_on,
        'workerId', x.worker_id) order by x.due_on, x.id)
      from app.plan p join app.goal g on g.plan_id = p.id and not g.refused and g.ended_on is null
      join app.action x on x.goal_id = g.id and x.status in ('planned', 'under_way')
      where p.case_id = c.id and p.status = 'in_force' and x.due_on is not null), '[]'),
    'tasks', coalesce((select jsonb_agg(jsonb_build_object(
        'id', t.id, 'kind', t.kind, 'title', t.title, 'dueOn', t.due_on,
        'time', to_char(t.due_time, 'HH24:MI'), 'place', t.place, 'workerId', t.worker_id)
        order by t.due_on, t.due_time, t.id)
      from app.task t where t.case_id = c.id and t.done_at is null and t.dropped_reason = ''), '[]'),
    'referrals', coalesce((select jsonb_agg(jsonb_build_object(
        'id', f.id, 'needId', f.need_id, 'consentId', f.consent_id, 'service', s.name,
        'organisation', o.name, 'status', f.status, 'outcome', f.outcome,
        'sentOn', (f.sent_at at time zone a.time_zone)::date,
        'changedOn', greatest(f.outcome_on, (coalesce((select max(st.at) from app.referral_step st
          where st.case_id = c.id and st.referral_id = f.id), f.created_at) at time zone a.time_zone)::date),
        'answerExpectedOn', f.answer_expected_on) order by f.id)
      from app.referral f join app.service s on s.id = f.service_id
      join app.organisation o on o.id = s.organisation_id
      where f.case_id = c.id), '[]'),
    'consents', coalesce((select jsonb_agg(jsonb_build_object(
        'id', k.id, 'recipient', k.recipient_name, 'untilOn', k.until_on) order by k.until_on, k.id)
      from app.consent k where k.case_id = c.id and k.withdrawn_at is null and not exists (
        select from app.consent l where l.case_id = c.id and l.id <> k.id and l.withdrawn_at is null
          and l.person_id = k.person_id and l.until_on > k.until_on and l.groups @> k.groups
          and (l.recipient_id = k.recipient_id or l.recipient_name = k.recipient_name))), '[]'),
    'draftNotes', coalesce((select jsonb_agg(jsonb_build_object(
        'id', n.id, 'authorId', n.author_id,
        'startedOn', (n.created_at at time zone a.time_zone)::date, 'contactKind', x.kind) order by n.id)
      from app.note n left join app.contact x on x.id = n.contact_id
      where n.case_id = c.id and n.status = 'draft'), '[]'),
    'followUps', coalesce((select jsonb_agg(jsonb_build_object(
        'id', u.id, 'months', u.months, 'dueOn', u.due_on) order by u.due_on)
      from app.follow_up u where u.case_id = c.id and u.done_on is null and u.cancelled_reason = ''), '[]')
  )
  from app.case_file c
  join app.agency a on a.id = c.agency_id
  join app.practice_model m on m.id = c.practice_model_id
  left join lateral (select v.on_day, v.next_on from app.review v
    where v.case_id = c.id and v.on_day >= c.opened_on order by v.on_day desc, v.id desc limit 1) r on true
  where c.id = any (cases);
end $$;

-- Writes what is due on a case now. An item that still holds keeps its snooze, unless it has
-- become a crisis; what holds no longer is ended.
create function app.put_due(of_case uuid, items jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.due as d (case_id, key, data_group, rule, element, level, due_on, facts, act, subject_id, worker_id)
  select of_case, i.key, i."dataGroup", i.rule, i.element, i.level, i."dueOn", i.facts, i.act, i."subjectId", i."workerId"
  from jsonb_to_recordset(items) as i (key text, "dataGroup" text, rule text, element text, level text,
    "dueOn" date, facts jsonb, act text, "subjectId" uuid, "workerId" uuid)
  order by i.key
  on conflict on constraint due_pkey do update set
    data_group = excluded.data_group, element = excluded.element, level = excluded.level,
    due_on = excluded.due_on, facts = excluded.facts, act = excluded.act, worker_id = excluded.worker_id,
    found_at = case when d.ended_at is null then d.found_at else now() end,
    snoozed_until = case when d.ended_at is null and excluded.level <> 'crisis' then d.snoozed_until end,
    snooze_reason = case when d.ended_at is null and excluded.level <> 'crisis' then d.snooze_reason else '' end,
    snoozed_by = case when d.ended_at is null and excluded.level <> 'crisis' then d.snoozed_by end,
    ended_at = null
  where (d.data_group, d.level, d.due_on, d.facts, d.worker_id, d.ended_at)
    is distinct from (excluded.data_group, excluded.level, excluded.due_on, excluded.facts, excluded.worker_id, null::timestamptz);
  update app.due d set ended_at = now(), facts = '{}', snoozed_until = null, snooze_reason = '', snoozed_by = null
  where d.case_id = of_case and d.ended_at is null
    and not exists (select from jsonb_array_elements(items) i where i ->> 'key' = d.key);
end $$;

-- Whoever sees a case may have what is due on it reckoned anew, and who accepted its request.
create function app.may_reckon_due(of_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from app.case_access a
      where a.user_id = app.me() and a.case_id = of_case and a.until > now())
    or exists (select from app.request r where r.case_id = of_case and r.decided_by = app.me());
end $$;

-- Two who change a case at once reckon what is due one after the other.
create function app.hold_due(of_case uuid) returns void
language sql set search_path = pg_catalog as $$
  select pg_advisory_xact_lock(hashtextextended(of_case::text, 12))
$$;

-- The facts of one case, for writing what is due; the second of two reads what the first one wrote.
-- Nothing for whoever does not see the case.
create function app.due_facts(of_case uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not app.may_reckon_due(of_case) then return null; end if;
  perform app.hold_due(of_case);
  return (select f.facts from app.due_facts_of(array[of_case]) f);
end $$;

create function app.rewrite_due(of_case uuid, items jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not app.may_reckon_due(of_case) then raise exception 'not_found' using errcode = 'PV404'; end if;
  perform app.put_due(of_case, items);
end $$;

grant execute on function app.due_facts(uuid), app.rewrite_due(uuid, jsonb) to peyvand_staff;
grant execute on function app.due_facts_of(uuid[]), app.put_due(uuid, jsonb), app.hold_due(uuid) to peyvand_jobs, peyvand_definer;
grant execute on function app.may_reckon_due(uuid) to peyvand_definer;

call app.give_definer_functions();
