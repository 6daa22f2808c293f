-- Emergency access: people named for it beforehand open the cases of someone in danger, for hours,
-- with a typed reason; the supervisors are told at once, and others than they review it. And
-- sealed cases, which nobody sees but the people named on them.
alter table app.worker add column emergency boolean not null default false;
grant select (emergency) on app.worker to peyvand_staff;

create table app.emergency_access (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  worker_id uuid not null references app.worker,
  category text not null check (category in
    ('danger_to_life', 'child_in_danger', 'violence', 'health_crisis', 'missing_person', 'disaster')),
  reason text not null check (length(reason) between 10 and 2000),
  began_at timestamptz not null default now(),
  until timestamptz not null,
  ended_at timestamptz,
  finding text check (finding in ('justified', 'not_justified')),
  finding_note text not null default '',
  reviewed_by uuid references app.worker check (reviewed_by <> worker_id),
  reviewed_at timestamptz,
  version int not null default 1,
  check ((finding is null) = (reviewed_at is null) and (finding is null) = (reviewed_by is null))
);
create index emergency_access_case on app.emergency_access (case_id);
create index emergency_access_worker on app.emergency_access (worker_id, began_at desc);
create index emergency_access_waiting on app.emergency_access (began_at) where finding is null;
call app.protect('emergency_access');
-- Whoever sees the case sees who came to it in an emergency; it is written by functions only.
create policy staff_read on app.emergency_access for select to peyvand_staff
  using (case_id = any ((select app.my_cases('core'))::uuid[]));
grant select on app.emergency_access to peyvand_staff;
call app.keep_versions('emergency_access');

-- An administrator names who may; never himself or herself. The named and their supervisor are told.
create function app.name_for_emergency(of_worker uuid, seen_version int, may boolean) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  after int;
begin
  perform app.lock_worker(of_worker, seen_version);
  if may and exists (select from app.worker w where w.id = of_worker and w.ended_at is not null) then
    raise exception 'worker_unknown' using errcode = 'PV422';
  end if;
  update app.worker w set emergency = may where w.id = of_worker returning w.version into after;
  perform app.tell_with_supervisor(of_worker, 'emergency_named', jsonb_build_object('by', app.me(), 'may', may));
  return after;
end $$;

-- The cases an emergency opens: open, neither sealed nor of a confidential programme, whose client
-- is this person. Whom the look-up would not show is not to be found this way either.
create function app.emergency_cases(of_person uuid) returns setof uuid
language sql stable set search_path = pg_catalog as $$
  select c.id from app.case_file c join app.programme g on g.id = c.programme_id
  where c.client_id = of_person and c.agency_id = app.my_agency() and c.status = 'open'
    and not c.sealed and not g.confidential
$$;

-- Access in an emergency follows from the rows above, reading only, until the last of them ends.
create function app.derive_emergency(of_case uuid, of_worker uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  with live as (
    select e.category, e.until from app.emergency_access e
    join app.case_file c on c.id = e.case_id and not c.sealed
    where e.case_id = of_case and e.worker_id = of_worker and e.ended_at is null and e.until > now()
    order by e.until desc limit 1
  ), given as (
    insert into app.case_access (user_id, case_id, groups, may_write, why, until, cause)
    select of_worker, of_case, app.every_group(), false, 'emergency:' || l.category, l.until, 'emergency' from live l
    on conflict (user_id, case_id, cause) do update set why = excluded.why, until = excluded.until
  )
  update app.case_access a set until = now()
  where a.user_id = of_worker and a.case_id = of_case and a.cause = 'emergency' and a.until > now()
    and not exists (select from live)
$$;

create function app.break_glass(
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
        where m.case_id = c.id and m.ended_at is null and m.role in ('case_manager', 'supervisor'))
      or t.id in (select l.id from app.supervisors_above(me.id) l (id))
    where me.id = app.me() and t.id <> app.me() and t.ended_at is null;
    opened := opened || c.id;
  end loop;
  if opened is null then raise exception 'nothing_to_open' using errcode = 'PV409'; end if;
  return opened;
end $$;

create function app.end_emergency(row_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  e app.emergency_access;
begin
  update app.emergency_access x set ended_at = coalesce(x.ended_at, now())
  where x.id = row_id and x.worker_id = app.me() returning * into e;
  if not found then raise exception 'not_found' using errcode = 'PV404'; end if;
  perform app.derive_emergency(e.case_id, e.worker_id);
end $$;

-- Who reviews it: whoever leads the case, or stands above the worker. Never the worker.
create function app.may_review_emergency(e app.emergency_access) returns boolean
language sql stable set search_path = pg_catalog as $$
  select e.worker_id <> app.me() and (app.leads_team(e.case_id)
    or app.me() in (select l.id from app.supervisors_above(e.worker_id) l (id)))
$$;

create function app.list_emergencies(only_waiting boolean, before timestamptz) returns table (
  id uuid, case_id uuid, case_number text, case_visible boolean, worker_id uuid, full_name text, category text,
  reason text, began_at timestamptz, until timestamptz, ended_at timestamptz, finding text, finding_note text,
  reviewed_by uuid, reviewer_name text, reviewed_at timestamptz, version int, mine boolean, looks bigint)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
  select e.id, e.case_id, c.number, app.can_see_group(e.case_id, 'core'), e.worker_id, w.full_name, e.category,
    e.reason, e.began_at, e.until, e.ended_at, e.finding, e.finding_note,
    e.reviewed_by, r.full_name, e.reviewed_at, e.version, e.worker_id = app.me(),
    (select count(*) from app.audit u where u.cases @> array[e.case_id] and u.user_id = e.worker_id
      and u.at between e.began_at and coalesce(e.ended_at, e.until))
  from app.emergency_access e
  join app.case_file c on c.id = e.case_id and c.agency_id = app.my_agency()
  join app.worker w on w.id = e.worker_id
  left join app.worker r on r.id = e.reviewed_by
  where (e.worker_id = app.me() or app.may_review_emergency(e))
    and (not only_waiting or (e.finding is null and e.worker_id <> app.me()))
    and (before is null or e.began_at < before)
  order by e.began_at desc limit 50;
end $$;

create function app.review_emergency(row_id uuid, seen_version int, with_finding text, note text) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  e app.emergency_access;
begin
  select * into e from app.emergency_access x where x.id = row_id for update;
  if not found or not app.may_review_emergency(e) then raise exception 'not_found' using errcode = 'PV404'; end if;
  if e.version <> seen_version then raise exception 'stale_version' using errcode = 'PV409'; end if;
  update app.emergency_access x set finding = with_finding, finding_note = note, reviewed_by = app.me(), reviewed_at = now()
  where x.id = row_id returning * into e;
  insert into app.notice (worker_id, kind, facts)
  values (e.worker_id, 'emergency_reviewed', jsonb_build_object('caseId', e.case_id, 'finding', with_finding));
  return e.version;
end $$;

-- Which emergency lets me see this case, when nothing else does: the audit says so of every read.
create function app.my_emergency(of_case uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from app.case_access a where a.user_id = app.me() and a.cause = 'emergency' and a.until > now()) then
    return null;
  end if;
  return (select e.id from app.emergency_access e
    where e.worker_id = app.me() and e.ended_at is null and e.until > now() and (of_case is null or e.case_id = of_case)
      and (of_case is null or not exists (select from app.case_access a where a.user_id = app.me() and a.case_id = of_case
        and a.cause <> 'emergency' and a.until > now()))
    order by e.began_at desc limit 1);
end $$;

-- ---------------------------------------------------------------- sealed cases

-- Sealing leaves only the people named on the case; whoever saw it by rank or in an emergency
-- sees nothing more. It is the named who seal and unseal.
create function app.seal_case(of_case uuid, seen_version int, seal boolean) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  after int;
begin
  if not app.leads_team(of_case) then raise exception 'not_found' using errcode = 'PV404'; end if;
  if not exists (select from app.case_access a where a.case_id = of_case and a.user_id = app.me()
      and a.cause = 'team' and a.until > now()) then
    raise exception 'not_named_on_case' using errcode = 'PV403';
  end if;
  update app.case_file c set sealed = seal where c.id = of_case and c.version = seen_version returning c.version into after;
  if not found then raise exception 'stale_version' using errcode = 'PV409'; end if;
  perform app.derive_supervision(array[of_case]);
  if seal then
    with ended as (
      update app.emergency_access e set ended_at = now()
      where e.case_id = of_case and e.ended_at is null and e.until > now() returning e.worker_id
    )
    update app.case_access a set until = now() from ended e
    where a.case_id = of_case and a.user_id = e.worker_id and a.cause = 'emergency' and a.until > now();
  end if;
  return after;
end $$;

revoke execute on function app.emergency_cases(uuid), app.may_review_emergency(app.emergency_access) from public;
grant execute on function app.emergency_cases(uuid), app.may_review_emergency(app.emergency_access),
  app.derive_emergency(uuid, uuid) to peyvand_definer;
grant execute on function app.name_for_emergency(uuid, int, boolean), app.break_glass(uuid[], uuid, text, text, int),
  app.end_emergency(uuid), app.list_emergencies(boolean, timestamptz), app.review_emergency(uuid, int, text, text),
  app.my_emergency(uuid), app.seal_case(uuid, int, boolean)
  to peyvand_staff, peyvand_definer;

call app.give_definer_functions();
