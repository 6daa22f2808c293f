-- The case, its people, its team, and the functions that alone write case_access.
create table app.case_file (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  number text not null,
  client_id uuid not null references app.person,
  household_id uuid references app.household,
  programme_id uuid not null references app.programme,
  practice_model_id uuid not null references app.practice_model,
  practice_model_reason text not null,
  request_id uuid references app.request,
  status text not null default 'open' check (status in ('open', 'closed')),
  episode int not null default 1,
  opened_on date not null,
  closed_on date,
  risk_level text not null default 'normal' check (risk_level in ('normal', 'watch', 'urgent', 'crisis')),
  risk_reason text not null default '',
  sealed boolean not null default false,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (agency_id, number),
  check ((status = 'closed') = (closed_on is not null))
);
create index case_file_counts on app.case_file (agency_id, status, programme_id, opened_on);
alter table app.case_access add foreign key (case_id) references app.case_file;
alter table app.request add foreign key (case_id) references app.case_file;

call app.protect('case_file');
create policy staff_read on app.case_file for select to peyvand_staff using (id = any ((select app.my_cases('core'))::uuid[]));
create policy staff_change on app.case_file for update to peyvand_staff using (id = any ((select app.my_writable_cases('core'))::uuid[]));
grant select on app.case_file to peyvand_staff;
grant update (practice_model_id, practice_model_reason, household_id, status, episode, opened_on, closed_on,
  risk_level, risk_reason) on app.case_file to peyvand_staff;
call app.keep_versions('case_file');

create table app.case_person (
  case_id uuid not null references app.case_file,
  person_id uuid not null references app.person,
  part text not null check (part in ('client', 'household', 'significant', 'informant', 'mentioned')),
  created_at timestamptz not null default now(),
  primary key (case_id, person_id)
);
create index case_person_person on app.case_person (person_id, case_id);
call app.protect('case_person');
create policy staff_read on app.case_person for select to peyvand_staff using (case_id = any ((select app.my_cases('core'))::uuid[]));
create policy staff_change on app.case_person for update to peyvand_staff using (case_id = any ((select app.my_writable_cases('core'))::uuid[]));
grant select, update (part) on app.case_person to peyvand_staff;

create table app.team_member (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  worker_id uuid not null references app.worker,
  role text not null check (role in
    ('case_manager', 'supervisor', 'caseworker', 'psychologist', 'physician', 'nurse', 'psychiatrist',
     'teacher', 'counsellor', 'partner_worker', 'carer', 'advocate', 'volunteer')),
  groups text[] not null,
  may_write boolean not null,
  since date not null,
  until date,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1
);
create index team_member_case on app.team_member (case_id);
create unique index team_member_once on app.team_member (case_id, worker_id) where ended_at is null;
create unique index team_one_case_manager on app.team_member (case_id) where ended_at is null and role = 'case_manager';
call app.protect('team_member');
create policy staff_read on app.team_member for select to peyvand_staff using (case_id = any ((select app.my_cases('core'))::uuid[]));
grant select on app.team_member to peyvand_staff;
call app.keep_versions('team_member');

create table app.case_counter (
  agency_id uuid not null references app.agency,
  year int not null,
  last int not null,
  primary key (agency_id, year)
);
call app.protect('case_counter');

-- ---------------------------------------------------------------- whom I may see

create function app.can_see_person(p uuid) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
declare u uuid := nullif(current_setting('app.user_id', true), '');
begin
  return exists (select from app.case_person cp join app.case_access a
      on a.user_id = u and a.case_id = cp.case_id and a.until > now()
      where cp.person_id = p)
    or exists (select from app.request_person rp
      join app.request r on r.id = rp.request_id
      join app.desk_member m on m.worker_id = u and m.desk_id = r.desk_id and m.until > now()
      where rp.person_id = p);
end $$;

create function app.can_write_person(p uuid) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
declare u uuid := nullif(current_setting('app.user_id', true), '');
begin
  return exists (select from app.case_person cp join app.case_access a
      on a.user_id = u and a.case_id = cp.case_id and a.until > now() and a.may_write
      where cp.person_id = p)
    or exists (select from app.request_person rp
      join app.request r on r.id = rp.request_id and r.status in ('received', 'eligible', 'waitlisted')
      join app.desk_member m on m.worker_id = u and m.desk_id = r.desk_id and m.until > now()
      where rp.person_id = p);
end $$;

-- Who belongs to whom is of the group family: on a case only for those of the team who hold it.
create function app.can_see_family(p uuid) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
declare u uuid := nullif(current_setting('app.user_id', true), '');
begin
  return exists (select from app.case_person cp join app.case_access a
      on a.user_id = u and a.case_id = cp.case_id and a.until > now() and 'family' = any (a.groups)
      where cp.person_id = p)
    or exists (select from app.request_person rp
      join app.request r on r.id = rp.request_id
      join app.desk_member m on m.worker_id = u and m.desk_id = r.desk_id and m.until > now()
      where rp.person_id = p);
end $$;

create function app.can_write_family(p uuid) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
declare u uuid := nullif(current_setting('app.user_id', true), '');
begin
  return exists (select from app.case_person cp join app.case_access a
      on a.user_id = u and a.case_id = cp.case_id and a.until > now() and a.may_write and 'family' = any (a.groups)
      where cp.person_id = p)
    or exists (select from app.request_person rp
      join app.request r on r.id = rp.request_id and r.status in ('received', 'eligible', 'waitlisted')
      join app.desk_member m on m.worker_id = u and m.desk_id = r.desk_id and m.until > now()
      where rp.person_id = p);
end $$;

-- A household is seen through its members; until it has one, by whoever began it.
create function app.can_see_household(h uuid) returns boolean
language plpgsql stable security definer parallel safe cost 100 set search_path = pg_catalog as $$
begin
  return exists (select from app.household_member m
      where m.household_id = h and app.can_see_person(m.person_id))
    or exists (select from app.household x where x.id = h and x.created_by = app.me()
      and not exists (select from app.household_member m where m.household_id = h));
end $$;

call app.protect('person');
create policy staff_read on app.person for select to peyvand_staff using (app.can_see_person(id));
create policy staff_add on app.person for insert to peyvand_staff with check (agency_id = (select app.my_agency()));
create policy staff_change on app.person for update to peyvand_staff using (app.can_write_person(id));
grant select, insert on app.person to peyvand_staff;
call app.allow_changes('person', 'mentioned_only', 'name_tokens');
call app.keep_versions('person');

do $$ declare t text; begin
  foreach t in array array['phone_number', 'address'] loop
    call app.protect(t);
    execute format('create policy staff_read on app.%I for select to peyvand_staff using (app.can_see_person(person_id))', t);
    execute format('create policy staff_add on app.%I for insert to peyvand_staff with check (app.can_write_person(person_id))', t);
    execute format('create policy staff_change on app.%I for update to peyvand_staff using (app.can_write_person(person_id))', t);
    execute format('grant select, insert on app.%I to peyvand_staff', t);
    call app.allow_changes(t, 'person_id');
    call app.keep_versions(t);
  end loop;
end $$;

call app.protect('household');
create policy staff_read on app.household for select to peyvand_staff using (app.can_see_household(id));
create policy staff_add on app.household for insert to peyvand_staff with check (agency_id = (select app.my_agency()));
create policy staff_change on app.household for update to peyvand_staff using (app.can_see_household(id));
grant select, insert, update (name) on app.household to peyvand_staff;
call app.keep_versions('household');

call app.protect('household_member');
create policy staff_read on app.household_member for select to peyvand_staff using (app.can_see_family(person_id));
create policy staff_add on app.household_member for insert to peyvand_staff
  with check (app.can_write_family(person_id) and app.can_see_household(household_id));
create policy staff_change on app.household_member for update to peyvand_staff using (app.can_write_family(person_id));
grant select, insert on app.household_member to peyvand_staff;
call app.allow_changes('household_member', 'household_id', 'person_id');
call app.keep_versions('household_member');

call app.protect('relationship');
create policy staff_read on app.relationship for select to peyvand_staff
  using (app.can_see_family(person_id) and app.can_see_family(other_id));
create policy staff_add on app.relationship for insert to peyvand_staff
  with check (app.can_write_family(person_id) and app.can_see_family(other_id));
create policy staff_change on app.relationship for update to peyvand_staff
  using (app.can_write_family(person_id) and app.can_see_family(other_id));
grant select, insert on app.relationship to peyvand_staff;
call app.allow_changes('relationship', 'person_id', 'other_id');
call app.keep_versions('relationship');

call app.protect('look_up');

-- ---------------------------------------------------------------- ties of persons

-- May I tie this person to a request or case of mine? Only someone I see already, someone nobody
-- has tied yet (just registered by me), or someone my own look-up of the last hour showed me.
create function app.may_tie_person(p uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from app.person x where x.id = p and x.agency_id = app.my_agency()) then
    return false;
  end if;
  return app.can_see_person(p)
    or exists (select from app.person x where x.id = p and x.created_by = app.me()
         and not exists (select from app.case_person c where c.person_id = p)
         and not exists (select from app.request_person r where r.person_id = p))
    or exists (select from app.look_up l
         where l.worker_id = app.me() and p = any (l.found) and l.at > now() - interval '1 hour');
end $$;

-- Whoever asks for help is no longer only mentioned.
create function app.tie_person_to_request(to_request uuid, p uuid, as_part text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare r app.request;
begin
  select * into r from app.request q where q.id = to_request and q.desk_id = any (app.my_desks()) for update;
  if not found or not app.may_tie_person(p) then raise exception 'not_found' using errcode = 'PV404'; end if;
  if r.status not in ('received', 'eligible', 'waitlisted') then
    raise exception 'request_step_not_lawful' using errcode = 'PV409';
  end if;
  if as_part = 'client' then
    if exists (select from app.request_person x where x.request_id = to_request and x.part = 'client' and x.person_id <> p) then
      raise exception 'already_exists' using errcode = 'PV409';
    end if;
    update app.person x set mentioned_only = false where x.id = p and x.mentioned_only;
  end if;
  insert into app.request_person (request_id, person_id, part) values (to_request, p, as_part)
  on conflict (request_id, person_id) do update set part = excluded.part;
end $$;

create function app.tie_person_to_case(to_case uuid, p uuid, as_part text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if as_part = 'client' or not app.can_write_group(to_case, 'core') or not app.may_tie_person(p) then
    raise exception 'not_found' using errcode = 'PV404';
  end if;
  insert into app.case_person (case_id, person_id, part) values (to_case, p, as_part)
  on conflict (case_id, person_id) do update set part = excluded.part where app.case_person.part <> 'client';
end $$;

-- The Jalali year of a day, by the same leap rule as domain/calendar/jalali.ts.
create function app.jalali_year(day date) returns int
language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
declare
  n int := (day - date '1970-01-01') + 492269;
  y int := floor(n / 365.2422)::int + 1;
begin
  if 365 * (y - 1) + floor((8 * y + 21) / 33.0) >= n then return y - 1; end if;
  if 365 * y + floor((8 * (y + 1) + 21) / 33.0) < n then return y + 1; end if;
  return y;
end $$;

create function app.sound_of_name(key text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select array_to_string(array(select app.name_sound(w) from unnest(string_to_array(key, ' ')) with ordinality x (w, i) order by i), ' ')
$$;

-- How alike two search keys are, 0 to 1: by letters, or by sound when the scripts differ.
create function app.name_likeness(one text, other text) returns real
language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  select case when (one ~ '[\u0600-\u06ff]') = (other ~ '[\u0600-\u06ff]')
    then similarity(one, other)
    else similarity(app.sound_of_name(one), app.sound_of_name(other)) end
$$;

-- Search before create: a masked identity, limited per hour, remembered. Whoever is known only
-- through a confidential programme or a sealed case is not shown; where something sure matched
-- (national ID, phone, or name with birth date) one row sends the asker to the agency's desk.
create function app.look_up_person(
  look_up_id uuid, typed_name text, typed_father text, born_from date, born_to date,
  typed_national_id text, typed_phone text
)
returns table (person_id uuid, given_name text, family_name text, father_name text,
  birth_year int, birth_year_jalali int, visible boolean, desk text, desk_phone text,
  matched text[], withheld boolean, more boolean)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  key text := app.normalise_name(coalesce(typed_name, ''));
  father text := app.normalise_name(coalesce(typed_father, ''));
  persian boolean := key ~ '[\u0600-\u06ff]';
  sound text := app.sound_of_name(key);
  mine uuid := app.my_agency();
  asked query_int := app.ask_name(key)::query_int;
  -- as it was typed: looked for first, so that a very common name is not lost among those like it
  exact int[] := (select array_agg(k.id) from app.name_token k where k.token = any (string_to_array(key, ' '))
    having count(*) = (select count(distinct w) from unnest(string_to_array(key, ' ')) w));
begin
  perform pg_advisory_xact_lock(hashtextextended('look_up:' || app.me(), 0));
  if (select count(*) from app.look_up l where l.worker_id = app.me() and l.at > now() - interval '1 hour') >= 120 then
    raise exception 'too_many' using errcode = 'PV429';
  end if;
  return query
  with hit as (
    (select p.id from app.person p where p.agency_id = mine and p.name_tokens @> exact limit 500)
    union
    (select p.id from app.person p where p.agency_id = mine and p.name_tokens @@ asked limit 1000)
    union
    select p.id from app.person p where p.agency_id = mine and p.national_id = typed_national_id
    union
    select n.person_id from app.phone_number n where n.number = typed_phone and n.ended_at is null
    union
    select p.id from app.person p where p.agency_id = mine and key <> ''
      and p.born_on between born_from - 7 and born_to + 7 and born_to - born_from < 800 and similarity(p.name_key, key) > 0.4
  ), compared as (
    select p.id,
      greatest(
        case when (p.name_key ~ '[\u0600-\u06ff]') = persian then similarity(p.name_key, key)
          else similarity(app.sound_of_name(p.name_key), sound) end,
        case when p.other_names <> '{}' then
          (select max(app.name_likeness(app.normalise_name(o), key)) from unnest(p.other_names) o) end) as likeness,
      coalesce(p.national_id = typed_national_id, false) as same_id,
      typed_phone is not null and exists (select from app.phone_number n
        where n.person_id = p.id and n.number = typed_phone and n.ended_at is null) as same_phone,
      coalesce(p.born_precision = 'day' and born_from = born_to and p.born_on = born_from, false) as same_day,
      coalesce(
        p.born_on - case p.born_precision when 'about' then 731 else 0 end <= born_to
        and p.born_on + case p.born_precision when 'about' then 731 when 'year' then 366 when 'month' then 31 else 0 end
          >= born_from, false) as near_day,
      case when father <> '' and p.father_name <> ''
        then app.name_likeness(app.normalise_name(p.father_name), father) >= 0.5 else false end as same_father
    from hit h join app.person p on p.id = h.id
    where p.agency_id = mine and (not p.mentioned_only or app.can_see_person(p.id))
  ), told_apart as (
    select c.*,
      array_remove(array[
        case when c.same_id then 'national_id' end,
        case when c.same_phone then 'phone' end,
        case when key <> '' and c.likeness >= 0.99 then 'name' when key <> '' and c.likeness >= 0.3 then 'name_near' end,
        case when c.same_day then 'born_on' when c.near_day then 'birth_near' end,
        case when c.same_father then 'father_name' end], null) as how,
      c.same_id::int * 8 + c.same_phone::int * 4 + c.same_day::int * 3 + c.near_day::int + c.same_father::int
        + coalesce(c.likeness, 0) * 5 as score
    from compared c
  ), likeliest as (
    select t.* from told_apart t where cardinality(t.how) > 0 order by t.score desc, t.id limit 60
  ), ranked as (
    select l.*, s.seen,
      s.seen or not exists (
        select from app.case_person cp join app.case_file c on c.id = cp.case_id join app.programme g on g.id = c.programme_id
        where cp.person_id = l.id and (c.sealed or g.confidential)
        union all
        select from app.request_person rp join app.request q on q.id = rp.request_id join app.programme g on g.id = q.programme_id
        where rp.person_id = l.id and g.confidential
      ) or exists (
        select from app.case_person cp join app.case_file c on c.id = cp.case_id join app.programme g on g.id = c.programme_id
        where cp.person_id = l.id and not c.sealed and not g.confidential
        union all
        select from app.request_person rp join app.request q on q.id = rp.request_id join app.programme g on g.id = q.programme_id
        where rp.person_id = l.id and not g.confidential and q.case_id is null
      ) as may_show
    from likeliest l, lateral (select app.can_see_person(l.id) as seen) s
  ), shown as (
    select r.*, q.name as desk_name, q.phone as desk_number
    from ranked r
    left join lateral (
      select d.name, d.phone from app.request_person rp join app.request q on q.id = rp.request_id
      join app.desk d on d.id = q.desk_id join app.programme g on g.id = q.programme_id
      where rp.person_id = r.id and (r.seen or not g.confidential)
      order by q.received_at desc limit 1
    ) q on true
    where r.may_show
    order by r.score desc, r.id limit 20
  ), kept as (
    insert into app.look_up (id, found) select look_up_id, coalesce(array_agg(s.id), '{}') from shown s returning 1
  ), told as (
    select s.score, p.id, p.given_name, p.family_name,
      case when s.seen then p.father_name else '' end as father_name,
      extract(year from p.born_on)::int as year, app.jalali_year(p.born_on) as jalali_year,
      s.seen, s.desk_name, s.desk_number, s.how, false as withheld
    from shown s join app.person p on p.id = s.id
    union all
    (select -1, null, '', '', '', null, null, false, d.name, d.phone, '{}', true
    from (select 1 from ranked r
      where not r.may_show and (r.same_id or r.same_phone or (r.same_day and r.likeness >= 0.3)) limit 1) w
    left join app.desk d on d.agency_id = mine and d.answers_for_agency)
  )
  select t.id, t.given_name, t.family_name, t.father_name, t.year, t.jalali_year, t.seen,
    t.desk_name, t.desk_number, t.how, t.withheld,
    (select count(*) from ranked r where r.may_show) > 20
  from told t, kept order by t.score desc, t.id;
end $$;

-- ---------------------------------------------------------------- case_access is written here only

create function app.next_case_number(of_year int) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare n int;
begin
  insert into app.case_counter as c (agency_id, year, last) values (app.my_agency(), of_year, 1)
  on conflict (agency_id, year) do update set last = c.last + 1 returning last into n;
  return of_year || '-' || lpad(n::text, 4, '0');
end $$;

-- Access of a worker to a case follows from team rows; this rewrites it from them.
create function app.derive_access(of_case uuid, of_worker uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.case_access (user_id, case_id, groups, may_write, why, until)
  select t.worker_id, t.case_id, t.groups, t.may_write, 'team:' || t.role, coalesce(t.until::timestamptz, 'infinity')
  from app.team_member t
  where t.case_id = of_case and t.worker_id = of_worker and t.ended_at is null
  on conflict (user_id, case_id) do update
    set groups = excluded.groups, may_write = excluded.may_write, why = excluded.why, until = excluded.until;
  if not found then
    update app.case_access a set until = least(a.until, now())
    where a.case_id = of_case and a.user_id = of_worker;
  end if;
end $$;

-- A place is never given twice: whoever opens a case of a programme holds the programme first.
create function app.open_case(
  new_case uuid, from_request uuid, of_household uuid, model uuid, model_reason text, on_day date,
  number_year int, manager uuid, supervisor uuid, manager_row uuid, supervisor_row uuid, step_reason text
) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r app.request;
  g app.programme;
  client uuid;
  given text;
  every_group text[] := '{core,family,plan,notes,health,substance_use,school,legal,money}';
begin
  select * into r from app.request q where q.id = from_request and q.desk_id = any (app.my_desks()) for update;
  if not found then raise exception 'not_found' using errcode = 'PV404'; end if;
  if r.status not in ('eligible', 'waitlisted') or r.case_id is not null then
    raise exception 'request_step_not_lawful' using errcode = 'PV409';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('programme:' || r.programme_id, 0));
  select * into g from app.programme p where p.id = r.programme_id;
  if g.ended_at is not null then raise exception 'programme_unknown' using errcode = 'PV422'; end if;
  if app.programme_load(g.id) >= g.capacity then raise exception 'capacity_full' using errcode = 'PV409'; end if;
  select rp.person_id into client from app.request_person rp where rp.request_id = r.id and rp.part = 'client';
  if not found then raise exception 'person_missing' using errcode = 'PV422'; end if;
  if exists (select from app.case_file c where c.client_id = client and c.programme_id = g.id and c.status = 'open') then
    raise exception 'case_already_open' using errcode = 'PV409';
  end if;
  if not exists (select from app.practice_model m where m.id = model and m.agency_id = r.agency_id) then
    raise exception 'practice_model_unknown' using errcode = 'PV422';
  end if;
  if of_household is not null and not app.can_see_household(of_household) then
    raise exception 'household_unknown' using errcode = 'PV422';
  end if;
  if not exists (select from app.worker w where w.id = manager and w.agency_id = r.agency_id and w.ended_at is null
      and w.roles && '{caseworker,supervisor}')
    or not exists (select from app.worker w where w.id = supervisor and w.agency_id = r.agency_id and w.ended_at is null
      and 'supervisor' = any (w.roles)) then
    raise exception 'worker_unknown' using errcode = 'PV422';
  end if;
  -- Nobody supervises himself or herself, unless the agency has no other supervisor yet.
  if manager = supervisor and exists (select from app.worker w
      where w.agency_id = r.agency_id and w.ended_at is null and 'supervisor' = any (w.roles) and w.id <> manager) then
    raise exception 'supervisor_must_differ' using errcode = 'PV422';
  end if;
  given := app.next_case_number(number_year);
  insert into app.case_file (id, agency_id, number, client_id, household_id, programme_id, practice_model_id,
    practice_model_reason, request_id, opened_on)
  values (new_case, r.agency_id, given, client, of_household, r.programme_id, model, model_reason, r.id, on_day);
  insert into app.case_person (case_id, person_id, part)
  select new_case, rp.person_id, rp.part from app.request_person rp where rp.request_id = r.id;
  insert into app.case_person (case_id, person_id, part)
  select new_case, m.person_id, 'household' from app.household_member m
  where m.household_id = of_household and m.until is null and app.can_see_person(m.person_id)
  on conflict (case_id, person_id) do nothing;
  insert into app.team_member (id, case_id, worker_id, role, groups, may_write, since)
  values (manager_row, new_case, manager, 'case_manager', every_group, true, on_day);
  if supervisor <> manager then
    insert into app.team_member (id, case_id, worker_id, role, groups, may_write, since)
    values (supervisor_row, new_case, supervisor, 'supervisor', every_group, true, on_day);
  end if;
  perform app.derive_access(new_case, t.worker_id),
    case when t.worker_id <> app.me() then
      app.tell(t.worker_id, 'case_opened', jsonb_build_object('caseId', new_case, 'number', given, 'role', t.role)) end
  from app.team_member t where t.case_id = new_case;
  update app.request q set status = 'accepted', reason = step_reason, case_id = new_case,
    decided_at = now(), decided_by = app.me()
  where q.id = r.id;
  return given;
end $$;

-- Who may change a team: its case manager and its supervisor, never for themselves.
create function app.leads_team(of_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from app.team_member t where t.case_id = of_case and t.worker_id = app.me()
    and t.ended_at is null and t.role in ('case_manager', 'supervisor')) and app.can_write_group(of_case, 'core');
end $$;

create function app.join_team(
  row_id uuid, to_case uuid, who uuid, as_role text, with_groups text[], writing boolean, on_day date, until_day date
) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  present app.team_member;
begin
  if not app.leads_team(to_case) then raise exception 'not_found' using errcode = 'PV404'; end if;
  if who = app.me() then raise exception 'not_for_oneself' using errcode = 'PV403'; end if;
  if not exists (select from app.worker w where w.id = who and w.agency_id = app.my_agency() and w.ended_at is null) then
    raise exception 'worker_unknown' using errcode = 'PV422';
  end if;
  select * into present from app.team_member t
  where t.case_id = to_case and t.worker_id = who and t.ended_at is null for update;
  if present.role = 'case_manager' and as_role <> 'case_manager' then
    raise exception 'last_case_manager' using errcode = 'PV409';
  end if;
  if present.role = 'supervisor' and as_role <> 'case_manager' and (as_role <> 'supervisor'
      or not with_groups @> present.groups or writing < present.may_write
      or coalesce(until_day, 'infinity') < coalesce(present.until, 'infinity')) then
    raise exception 'supervisor_stays' using errcode = 'PV409';
  end if;
  -- Nobody gives what he or she does not have.
  if not with_groups <@ (coalesce(present.groups, '{}') || array(
      select unnest(a.groups) from app.case_access a where a.user_id = app.me() and a.case_id = to_case)) then
    raise exception 'may_not_write' using errcode = 'PV403';
  end if;
  update app.team_member t set ended_at = now(), until = on_day
  where t.case_id = to_case and t.ended_at is null
    and (t.worker_id = who or (as_role = 'case_manager' and t.role = 'case_manager'));
  insert into app.team_member (id, case_id, worker_id, role, groups, may_write, since, until)
  values (row_id, to_case, who, as_role, with_groups, writing, on_day, until_day);
  perform app.derive_access(to_case, t.worker_id) from app.team_member t where t.case_id = to_case;
  perform app.tell(who, 'joined_team', jsonb_build_object('caseId', to_case, 'role', as_role));
end $$;

create function app.leave_team(row_id uuid, of_case uuid, on_day date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare t app.team_member;
begin
  select * into t from app.team_member m where m.id = row_id and m.case_id = of_case and m.ended_at is null for update;
  if not found or not (app.leads_team(of_case) or t.worker_id = app.me()) then
    raise exception 'not_found' using errcode = 'PV404';
  end if;
  if t.role = 'case_manager' then raise exception 'last_case_manager' using errcode = 'PV409'; end if;
  if t.role = 'supervisor' then raise exception 'supervisor_stays' using errcode = 'PV409'; end if;
  update app.team_member m set ended_at = now(), until = on_day where m.id = row_id;
  perform app.derive_access(of_case, t.worker_id);
end $$;

-- Who can see a case, why and until when; and who looked. Answers whoever sees the case.
create function app.who_can_see(of_case uuid) returns table (
  worker_id uuid, full_name text, groups text[], may_write boolean, why text, until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not app.can_see_group(of_case, 'core') then return; end if;
  return query select a.user_id, w.full_name, a.groups, a.may_write, a.why, nullif(a.until, 'infinity')
  from app.case_access a join app.worker w on w.id = a.user_id
  where a.case_id = of_case and a.until > now() and w.ended_at is null order by w.full_name;
end $$;

create function app.who_looked(of_case uuid, before_seq bigint) returns table (
  seq bigint, at timestamptz, worker_id uuid, full_name text, verb text, outcome text, reason text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not app.can_see_group(of_case, 'core') then return; end if;
  return query select a.seq, a.at, a.user_id, w.full_name, a.verb, a.outcome, a.reason
  from app.audit a left join app.worker w on w.id = a.user_id
  where a.cases @> array[of_case] and a.seq < coalesce(before_seq, 9223372036854775807)
  order by a.seq desc limit 50;
end $$;

grant execute on function app.name_sound(text), app.name_words(text[]), app.one_letter_less(text), app.ask_word(text),
  app.ask_name(text), app.sound_of_name(text), app.name_likeness(text, text), app.jalali_year(date) to peyvand_definer;
grant execute on function app.can_see_person(uuid), app.can_write_person(uuid), app.can_see_household(uuid),
  app.can_see_family(uuid), app.can_write_family(uuid),
  app.tie_person_to_request(uuid, uuid, text), app.tie_person_to_case(uuid, uuid, text),
  app.look_up_person(uuid, text, text, date, date, text, text), app.normalise_name(text),
  app.open_case(uuid, uuid, uuid, uuid, text, date, int, uuid, uuid, uuid, uuid, text),
  app.leads_team(uuid), app.join_team(uuid, uuid, uuid, text, text[], boolean, date, date), app.leave_team(uuid, uuid, date),
  app.who_can_see(uuid), app.who_looked(uuid, bigint)
  to peyvand_staff, peyvand_definer;

call app.give_definer_functions();
