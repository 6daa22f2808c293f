-- Programmes, desks, practice models, and the request at an intake desk.
create table app.practice_model (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  code text not null,
  edition int not null default 1,
  name_fa text not null,
  name_en text not null,
  content jsonb not null,
  effective_on date not null,
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (agency_id, code, edition)
);
call app.protect_agency_table('practice_model');

create table app.programme (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  code text not null,
  name_fa text not null,
  name_en text not null,
  -- eligibility as data: age, area, need, a question to the worker
  rules jsonb not null default '[]',
  -- open cases at once; nothing means no limit
  capacity int check (capacity >= 0),
  confidential boolean not null default false,
  practice_model_id uuid references app.practice_model,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (agency_id, code)
);
call app.protect_agency_table('programme');

create table app.desk (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  programme_id uuid not null references app.programme,
  name text not null,
  phone text not null default '',
  -- the agency's intake desk, to which a look-up sends whoever asks for somebody it may not show
  answers_for_agency boolean not null default false,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index desk_programme on app.desk (programme_id);
create unique index desk_answers_for_agency on app.desk (agency_id) where answers_for_agency;
call app.protect_agency_table('desk');

create table app.desk_member (
  desk_id uuid not null references app.desk,
  worker_id uuid not null references app.worker,
  since timestamptz not null default now(),
  until timestamptz not null default 'infinity',
  primary key (worker_id, desk_id) include (until)
);
call app.protect('desk_member');
create policy staff_read on app.desk_member for select to peyvand_staff using (worker_id = (select app.me()));
grant select on app.desk_member to peyvand_staff;

create function app.my_desks() returns uuid[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
begin
  return coalesce((select array_agg(m.desk_id) from app.desk_member m
    where m.worker_id = nullif(current_setting('app.user_id', true), '')::uuid and m.until > now()), '{}');
end $$;

-- The first administrator of an agency joins its first desks. Nobody lets himself or herself in
-- anywhere else; but while one worker is the whole agency, nobody else could, and a request would
-- have nobody to receive it.
create function app.join_first_desks() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not 'administrator' = any (app.my_roles()) then
    raise exception 'role_not_allowed' using errcode = 'PV403';
  end if;
  if exists (select from app.worker w where w.agency_id = app.my_agency() and w.id <> app.me())
    or exists (select from app.desk_member m join app.desk d on d.id = m.desk_id where d.agency_id = app.my_agency()) then
    raise exception 'not_for_oneself' using errcode = 'PV403';
  end if;
  insert into app.desk_member (desk_id, worker_id)
  select d.id, app.me() from app.desk d where d.agency_id = app.my_agency();
end $$;

create table app.request (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  desk_id uuid not null references app.desk,
  programme_id uuid not null references app.programme,
  source text not null check (source in
    ('self', 'family', 'neighbour', 'school', 'court', 'police', 'hospital', 'hotline', 'outreach', 'agency', 'other')),
  source_detail text not null default '',
  presenting_problem text not null,
  need_domains text[] not null default '{}',
  area text not null default '',
  status text not null default 'received' check (status in
    ('received', 'guided', 'eligible', 'ineligible', 'waitlisted', 'accepted', 'declined', 'withdrawn')),
  -- what the worker answered, and every rule with its result at the decision
  eligibility jsonb,
  -- as it was told to the person
  reason text not null default '',
  told_on date,
  objection_way text not null default '',
  guidance_given text not null default '',
  waitlist_priority int not null default 0 check (waitlist_priority between 0 and 3),
  waitlisted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references app.worker,
  received_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  case_id uuid,
  version int not null default 1,
  check ((status = 'waitlisted') <= (waitlisted_at is not null))
);
create index request_desk on app.request (desk_id, status, id);
create index request_line on app.request (programme_id, waitlist_priority desc, waitlisted_at, id)
  where status = 'waitlisted';

create table app.request_person (
  request_id uuid not null references app.request,
  person_id uuid not null references app.person,
  part text not null check (part in ('client', 'household', 'informant', 'mentioned')),
  created_at timestamptz not null default now(),
  primary key (request_id, person_id)
);
create index request_person_person on app.request_person (person_id, request_id);

call app.protect('request');
create policy staff_read on app.request for select to peyvand_staff using (desk_id = any ((select app.my_desks())::uuid[]));
create policy staff_add on app.request for insert to peyvand_staff
  with check (desk_id = any ((select app.my_desks())::uuid[]) and agency_id = (select app.my_agency())
    and case_id is null and status <> 'accepted');
-- A case is opened, and its request accepted, by open_case alone.
create policy staff_change on app.request for update to peyvand_staff
  using (desk_id = any ((select app.my_desks())::uuid[])) with check (case_id is null and status <> 'accepted');
grant select, insert on app.request to peyvand_staff;
grant update (source, source_detail, presenting_problem, need_domains, area, status, eligibility, reason, told_on,
  objection_way, guidance_given, waitlist_priority, waitlisted_at, decided_at, decided_by) on app.request to peyvand_staff;
call app.keep_versions('request');

call app.protect('request_person');
-- runs under the policy of `request`: whoever sees the request sees who it is about
create policy staff_read on app.request_person for select to peyvand_staff
  using (request_id in (select r.id from app.request r));
grant select on app.request_person to peyvand_staff;

-- ---------------------------------------------------------------- places and the waiting line

-- How many cases of a programme are open: a number, never which.
create function app.programme_load(of_programme uuid) returns int
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select count(*) from app.case_file c
    where c.agency_id = app.my_agency() and c.programme_id = of_programme and c.status = 'open');
end $$;

-- The one order in which people wait for a programme: stated priority, then who came first.
-- Counted over all desks of the programme; answered for the requests I see.
create function app.waiting_line(of_programme uuid) returns table (request_id uuid, place int)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
  select l.id, l.place from (
    select r.id, r.desk_id,
      row_number() over (order by r.waitlist_priority desc, r.waitlisted_at, r.id)::int as place
    from app.request r
    where r.agency_id = app.my_agency() and r.programme_id = of_programme and r.status = 'waitlisted'
  ) l
  where l.desk_id = any (app.my_desks())
  order by l.place;
end $$;

create function app.count_waiting(of_programme uuid) returns int
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select count(*) from app.request r
    where r.agency_id = app.my_agency() and r.programme_id = of_programme and r.status = 'waitlisted');
end $$;

-- The steps of a request so far, from its kept states, for whoever sees the request.
create function app.request_steps(of_request uuid)
returns table (at timestamptz, worker_id uuid, full_name text, status text, reason text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from app.request r where r.id = of_request and r.desk_id = any (app.my_desks()))
    and not exists (select from app.case_file c where c.request_id = of_request and app.can_see_group(c.id, 'core')) then
    return;
  end if;
  return query
  with state as (
    select (h.old ->> 'version')::int as n, h.old ->> 'status' as status, h.old ->> 'reason' as reason,
      h.changed_at as ended_at, h.changed_by as ended_by
    from app.history h where h.row_id = of_request and h.table_name = 'request'
    union all
    select r.version, r.status, r.reason, null, null from app.request r where r.id = of_request
  ), begun as (
    select s.*, lag(s.ended_at) over w as begun_at, lag(s.ended_by) over w as begun_by,
      lag(s.status) over w as status_before
    from state s window w as (order by s.n)
  )
  select coalesce(b.begun_at, r.received_at), coalesce(b.begun_by, r.created_by), w.full_name, b.status, b.reason
  from begun b
  join app.request r on r.id = of_request
  left join app.worker w on w.id = coalesce(b.begun_by, r.created_by)
  where b.status is distinct from b.status_before
  order by b.n;
end $$;

-- The request a case began with, for whoever works on the case without being at the desk.
create function app.request_behind_case(of_case uuid) returns setof app.request
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not app.can_see_group(of_case, 'core') then return; end if;
  return query select r.* from app.request r join app.case_file c on c.request_id = r.id where c.id = of_case;
end $$;

grant execute on function app.my_desks(), app.join_first_desks(), app.programme_load(uuid), app.waiting_line(uuid),
  app.count_waiting(uuid), app.request_steps(uuid), app.request_behind_case(uuid)
  to peyvand_staff, peyvand_definer;

call app.give_definer_functions();
