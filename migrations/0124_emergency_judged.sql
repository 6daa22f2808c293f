-- A finding stands as it was given, and giving it ends the access it judges. What is read in an emergency
-- carries its ground wherever it is read: in a list, on a person's card.

-- Whether this row of the trail looks at this case in an emergency: a list names cases on other grounds too.
create function app.looked_in_emergency(a app.audit, of_case uuid) returns boolean
language sql stable set search_path = pg_catalog as $$
  select coalesce(a.reason like 'emergency:%', false) and exists (select from app.emergency_access e
    where e.case_id = of_case and e.worker_id = a.user_id
      and a.at between e.began_at and least(coalesce(e.ended_at, e.until), e.until))
$$;
revoke execute on function app.looked_in_emergency(app.audit, uuid) from public;
grant execute on function app.looked_in_emergency(app.audit, uuid) to peyvand_definer;

-- Through which of my cases I see these people, for the trail of each.
create function app.my_cases_of_people(people uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return array(select distinct cp.case_id from app.case_person cp
    join app.case_access a on a.user_id = app.me() and a.case_id = cp.case_id
      and a.until > now() and 'core' = any (a.groups)
    where cp.person_id = any (people));
end $$;
grant execute on function app.my_cases_of_people(uuid[]) to peyvand_staff, peyvand_definer;

set local role peyvand_definer;

create or replace function app.review_emergency(row_id uuid, seen_version int, with_finding text, note text) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  e app.emergency_access;
begin
  select * into e from app.emergency_access x where x.id = row_id for update;
  if not found or not app.may_review_emergency(e) then raise exception 'not_found' using errcode = 'PV404'; end if;
  if e.version <> seen_version or e.finding is not null then raise exception 'stale_version' using errcode = 'PV409'; end if;
  update app.emergency_access x set finding = with_finding, finding_note = note, reviewed_by = app.me(), reviewed_at = now(),
    ended_at = case when x.ended_at is null and x.until > now() then now() else x.ended_at end
  where x.id = row_id returning * into e;
  perform app.derive_emergency(e.case_id, e.worker_id);
  insert into app.notice (worker_id, kind, facts)
  values (e.worker_id, 'emergency_reviewed', jsonb_build_object('caseId', e.case_id, 'finding', with_finding));
  return e.version;
end $$;

-- Whoever has left the case hears nothing of it.
create or replace function app.break_glass(
  row_ids uuid[], of_person uuid, in_category text, with_reason text, for_hours int
) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  opened uuid[];
  c record;
begin
  if not exists (select from app.worker w where w.id = app.me() and w.emergency and w.ended_at is null) then
    raise exception 'not_named_for_emergency' using errcode = 'PV403';
  end if;
  if for_hours not between 1 and 12 then raise exception 'not_found' using errcode = 'PV404'; end if;
  -- one at a time for each worker, so that a limit counts what was before
  perform from app.worker w where w.id = app.me() for update;
  if (select count(distinct e.began_at) from app.emergency_access e
      where e.worker_id = app.me() and e.began_at > now() - interval '24 hours') >= 10 then
    raise exception 'too_many' using errcode = 'PV429';
  end if;
  -- Only somebody one's own look-up of the last hour has shown.
  if not exists (select from app.look_up l
      where l.worker_id = app.me() and of_person = any (l.found) and l.at > now() - interval '1 hour') then
    raise exception 'not_found' using errcode = 'PV404';
  end if;
  for c in
    select x.id, row_number() over (order by x.id) as place
    from app.emergency_cases(of_person) x (id)
    where not exists (select from app.case_access a
      where a.user_id = app.me() and a.case_id = x.id and a.cause <> 'emergency' and a.until > now() and 'core' = any (a.groups))
    order by x.id limit cardinality(row_ids)
  loop
    insert into app.emergency_access (id, case_id, worker_id, category, reason, until)
    values (row_ids[c.place], c.id, app.me(), in_category, with_reason, now() + make_interval(hours => for_hours));
    perform app.derive_emergency(c.id, app.me());
    insert into app.notice (worker_id, kind, facts)
    select distinct t.id, 'emergency_access', jsonb_build_object('caseId', c.id, 'by', app.me(), 'category', in_category)
    from app.worker me
    join app.worker t on t.id in (select m.worker_id from app.team_member m
        where m.case_id = c.id and m.ended_at is null and not app.has_left(m) and m.role in ('case_manager', 'supervisor'))
      or t.id in (select l.id from app.supervisors_above(me.id) l (id))
    where me.id = app.me() and t.id <> app.me() and t.ended_at is null;
    opened := opened || c.id;
  end loop;
  if opened is null then raise exception 'nothing_to_open' using errcode = 'PV409'; end if;
  return opened;
end $$;

create or replace function app.who_looked(of_case uuid, before_seq bigint) returns table (
  seq bigint, at timestamptz, worker_id uuid, full_name text, verb text, outcome text, reason text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not app.can_see_group(of_case, 'core') then return; end if;
  return query select a.seq, a.at, a.user_id, w.full_name, a.verb, a.outcome,
    case when a.reason not like 'emergency:%' or app.looked_in_emergency(a, of_case) then a.reason end
  from app.audit a left join app.worker w on w.id = a.user_id
  where a.cases @> array[of_case] and a.seq < coalesce(before_seq, 9223372036854775807)
  order by a.seq desc limit 50;
end $$;

create or replace function app.client_sight(with_session bytea) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  l app.answer_link;
begin
  select * into l from app.answer_link a
  where a.session_hash = with_session and a.session_until > now() and a.person_id is not null;
  if not found or not app.answer_link_opens(l) then return null; end if;
  return (
    select jsonb_build_object(
      'linkId', l.id, 'caseId', c.id, 'personId', l.person_id, 'agencyId', g.id,
      'agencyName', g.name, 'agencyLanguage', g.language, 'timeZone', g.time_zone, 'caseNumber', c.number,
      'expiresAt', l.expires_at,
      'people', coalesce((select jsonb_agg(jsonb_build_object('fullName', w.full_name,
          'agencyName', case when w.agency_id <> c.agency_id then o.name end,
          'groups', x.groups, 'mayWrite', x.may_write, 'why', x.why, 'until', nullif(x.until, 'infinity'))
          order by x.why <> 'team:case_manager', x.cause <> 'team', w.full_name, x.cause)
        from app.case_access x join app.worker w on w.id = x.user_id and w.ended_at is null
        join app.agency o on o.id = w.agency_id
        where x.case_id = c.id and x.until > now()), '[]'),
      'partners', coalesce((select jsonb_agg(jsonb_build_object('recipientName', k.recipient_name,
          'organisationName', o.name, 'serviceName', s.name, 'groups', r.shared_groups, 'until', k.expires_at)
          order by k.id)
        from app.answer_link k join app.referral r on r.id = k.referral_id
        join app.service s on s.id = r.service_id join app.organisation o on o.id = s.organisation_id
        where k.case_id = c.id and k.person_id is null and app.answer_link_opens(k)), '[]'),
      'emergencies', coalesce((select jsonb_agg(jsonb_build_object('fullName', w.full_name, 'category', e.category,
          'beganAt', e.began_at, 'endedAt', least(coalesce(e.ended_at, e.until), e.until), 'finding', e.finding)
          order by e.began_at desc)
        from app.emergency_access e join app.worker w on w.id = e.worker_id where e.case_id = c.id), '[]'),
      'looks', coalesce((select jsonb_agg(jsonb_build_object('at', u.at, 'fullName', w.full_name,
          'verb', u.verb,
          'inEmergency', coalesce(u.reason like 'emergency:%', false) and app.looked_in_emergency(u, c.id)) order by u.seq desc)
        from (select * from app.audit a
          where a.cases @> array[c.id] and a.outcome = 'done'
            and (a.user_id is not null or a.verb in ('openLink', 'answerByLink', 'openSight',
              'listSentReferrals', 'readSentReferral', 'answerSentReferral'))
          order by a.seq desc limit 2000) u
        left join app.worker w on w.id = u.user_id), '[]'))
    from app.case_file c join app.agency g on g.id = c.agency_id
    where c.id = l.case_id);
end $$;

set local role peyvand_owner;

call app.give_definer_functions();
