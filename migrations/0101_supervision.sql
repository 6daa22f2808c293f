-- A person may have several grounds for seeing one case, each with its own end: the team, the line
-- of supervision, an emergency. Each ground is a row, so none has to be merged into another.
alter table app.case_access add column cause text not null default 'team'
  check (cause in ('team', 'supervision', 'emergency'));
alter table app.case_access drop constraint case_access_pkey;
alter table app.case_access add primary key (user_id, case_id, cause) include (until, groups, may_write);
create index case_access_emergency on app.case_access (user_id) where cause = 'emergency';

create function app.every_group() returns text[]
language sql immutable parallel safe set search_path = pg_catalog as
$$ select '{core,family,plan,notes,health,substance_use,school,legal,money}'::text[] $$;

-- The end of a day where the agency is: what holds until the 3rd still holds on the 3rd.
create function app.end_of_day(day date, zone text) returns timestamptz
language sql stable parallel safe set search_path = pg_catalog as
$$ select coalesce((day + 1)::timestamp at time zone zone, 'infinity') $$;

-- ---------------------------------------------------------------- a worker of a partner on the team

-- Whoever belongs to another agency is on the team only under a consent, with what it covers and
-- for as long as it holds.
alter table app.team_member add column consent_id uuid;
alter table app.team_member add foreign key (case_id, consent_id) references app.consent (case_id, id);
create index team_member_consent on app.team_member (consent_id) where consent_id is not null;
create index team_member_partner on app.team_member (worker_id) where consent_id is not null and ended_at is null;

-- What a worker of another agency reads out so that the case manager can find him or her: agencies
-- never search each other.
create function app.make_partner_code() returns text
language sql volatile set search_path = pg_catalog as $$
  select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', get_byte(b, i) % 32 + 1, 1), '')
  from (select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as b) x, generate_series(0, 9) i
$$;
alter table app.worker add column partner_code text not null default app.make_partner_code();
create unique index worker_partner_code on app.worker (partner_code);
-- Colleagues read each other's row of worker, but not this code: it is the worker's own.
revoke select on app.worker from peyvand_staff;
grant select (id, agency_id, full_name, title, phone, roles, supervisor_id, language, calendar, digits, theme,
  draft_key_salt, ended_at, created_at, version) on app.worker to peyvand_staff;

create function app.my_partner_code() returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select w.partner_code from app.worker w where w.id = app.me());
end $$;

-- Ids of what must be readable for a case shared with me by another agency to be understood: the
-- agency, the programme, the practice model, and the workers on the team. Only while the request
-- names that case, so that no list of our own agency grows by somebody else's rows.
create function app.shared_with_me() returns uuid[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
declare
  u uuid := nullif(current_setting('app.user_id', true), '');
  cases uuid[] := nullif(current_setting('app.cases', true), '');
begin
  if cases is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct x.id), '{}')
    from app.team_member t
    join app.case_access a on a.user_id = u and a.case_id = t.case_id and a.cause = 'team' and a.until > now()
    join app.case_file c on c.id = t.case_id
    cross join lateral (
      values (c.agency_id), (c.programme_id), (c.practice_model_id)
      union all
      select m.worker_id from app.team_member m where m.case_id = c.id
    ) x (id)
    where t.worker_id = u and t.case_id = any (cases) and t.consent_id is not null and t.ended_at is null);
end $$;

alter policy staff_read on app.agency
  using (id = (select app.my_agency()) or id = any ((select app.shared_with_me())::uuid[]));
alter policy staff_read on app.programme
  using (agency_id = (select app.my_agency()) or id = any ((select app.shared_with_me())::uuid[]));
alter policy staff_read on app.practice_model
  using (agency_id = (select app.my_agency()) or id = any ((select app.shared_with_me())::uuid[]));
alter policy staff_read on app.worker
  using (agency_id = (select app.my_agency()) or id = any ((select app.shared_with_me())::uuid[]));

-- ---------------------------------------------------------------- grounds of access

-- The supervisors above the case managers of these cases, up the whole line. A sealed case has
-- none: only the people named on it.
create function app.line_above(cases uuid[]) returns table (case_id uuid, worker_id uuid)
language sql stable set search_path = pg_catalog as $$
  with recursive line as (
    select t.case_id, w.supervisor_id as id
    from app.team_member t
    join app.case_file c on c.id = t.case_id and not c.sealed
    join app.worker w on w.id = t.worker_id
    where t.case_id = any (cases) and t.role = 'case_manager' and t.ended_at is null and w.supervisor_id is not null
    union
    select l.case_id, w.supervisor_id from line l join app.worker w on w.id = l.id where w.supervisor_id is not null
  )
  select l.case_id, l.id from line l join app.worker s on s.id = l.id
  where s.ended_at is null and 'supervisor' = any (s.roles)
$$;

create function app.derive_supervision(cases uuid[]) returns void
language sql security definer set search_path = pg_catalog as $$
  with above as (
    select l.case_id, l.worker_id from app.line_above(cases) l
  ), given as (
    insert into app.case_access as a (user_id, case_id, groups, may_write, why, cause)
    select v.worker_id, v.case_id, app.every_group(), true, 'supervision', 'supervision' from above v
    on conflict (user_id, case_id, cause) do update set until = 'infinity' where a.until <= now()
  )
  update app.case_access a set until = now()
  where a.case_id = any (cases) and a.cause = 'supervision' and a.until > now()
    and not exists (select from above v where v.case_id = a.case_id and v.worker_id = a.user_id)
$$;

set local role peyvand_definer;

-- Access of a worker to a case follows from the team and, for the case manager, the line above;
-- this rewrites it from them.
create or replace function app.derive_access(of_case uuid, of_worker uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.case_access (user_id, case_id, groups, may_write, why, until, cause)
  select t.worker_id, t.case_id,
    case when k.id is null then t.groups else array(select g from unnest(t.groups) g where g = any (k.groups)) end,
    t.may_write, 'team:' || t.role,
    least(app.end_of_day(t.until, a.time_zone), app.end_of_day(k.until_on, a.time_zone)), 'team'
  from app.team_member t
  join app.case_file c on c.id = t.case_id
  join app.agency a on a.id = c.agency_id
  left join app.consent k on k.id = t.consent_id
  where t.case_id = of_case and t.worker_id = of_worker and t.ended_at is null
    and (t.consent_id is null or k.withdrawn_at is null)
  on conflict (user_id, case_id, cause) do update
    set groups = excluded.groups, may_write = excluded.may_write, why = excluded.why, until = excluded.until;
  if not found then
    update app.case_access a set until = least(a.until, now())
    where a.case_id = of_case and a.user_id = of_worker and a.cause = 'team';
  end if;
  perform app.derive_supervision(array[of_case]);
end $$;

-- Who may change a team: its case manager, its supervisor and the line above, never for themselves.
create or replace function app.leads_team(of_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from app.case_access a where a.case_id = of_case and a.user_id = app.me()
    and a.until > now() and a.may_write and 'core' = any (a.groups)
    and a.why in ('team:case_manager', 'team:supervisor', 'supervision'));
end $$;

-- Every ground of every person who can see a case, and until when. Answers whoever sees the case.
create or replace function app.who_can_see(of_case uuid) returns table (
  worker_id uuid, full_name text, groups text[], may_write boolean, why text, until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not app.can_see_group(of_case, 'core') then return; end if;
  return query select a.user_id, w.full_name, a.groups, a.may_write, a.why, nullif(a.until, 'infinity')
  from app.case_access a join app.worker w on w.id = a.user_id
  where a.case_id = of_case and a.until > now() and w.ended_at is null order by w.full_name, a.cause;
end $$;

create or replace function app.join_team(
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
  perform from app.case_file c where c.id = to_case for update;
  select * into present from app.team_member t
  where t.case_id = to_case and t.worker_id = who and t.ended_at is null for update;
  if present.role = 'case_manager' and as_role <> 'case_manager' then
    raise exception 'last_case_manager' using errcode = 'PV409';
  end if;
  -- The last supervisor stays as he or she is; only as case manager is it a step up.
  if present.role = 'supervisor' and as_role <> 'case_manager' and not app.has_other_supervisor(to_case, who)
    and (as_role <> 'supervisor'
      or not with_groups @> present.groups or writing < present.may_write
      or coalesce(until_day, 'infinity') < coalesce(present.until, 'infinity')) then
    raise exception 'supervisor_stays' using errcode = 'PV409';
  end if;
  -- Nobody gives what he or she does not have.
  if not with_groups <@ (coalesce(present.groups, '{}') || array(
      select unnest(a.groups) from app.case_access a
      where a.user_id = app.me() and a.case_id = to_case and a.until > now() and a.cause <> 'emergency')) then
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

create or replace function app.leave_team(row_id uuid, of_case uuid, on_day date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare t app.team_member;
begin
  perform from app.case_file c where c.id = of_case for update;
  select * into t from app.team_member m where m.id = row_id and m.case_id = of_case and m.ended_at is null for update;
  if not found or not (app.leads_team(of_case) or t.worker_id = app.me()) then
    raise exception 'not_found' using errcode = 'PV404';
  end if;
  if t.role = 'case_manager' then raise exception 'last_case_manager' using errcode = 'PV409'; end if;
  if t.role = 'supervisor' and not app.has_other_supervisor(of_case, t.worker_id) then
    raise exception 'supervisor_stays' using errcode = 'PV409';
  end if;
  update app.team_member m set ended_at = now(), until = on_day where m.id = row_id;
  perform app.derive_access(of_case, t.worker_id);
end $$;

-- Administrators set lines of supervision, never one that ends at themselves, and never a circle.
create or replace function app.check_supervisor(of_worker uuid, new_supervisor uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  above uuid[];
begin
  if new_supervisor is null then return; end if;
  if new_supervisor = of_worker or not exists (select from app.worker s
    where s.id = new_supervisor and s.agency_id = app.my_agency() and s.ended_at is null
      and 'supervisor' = any (s.roles)) then
    raise exception 'worker_unknown' using errcode = 'PV422';
  end if;
  -- two lines changed at once could close a circle together
  perform pg_advisory_xact_lock(hashtextextended('supervision:' || app.my_agency(), 0));
  above := array(select l.id from app.supervisors_above(new_supervisor) l (id)) || new_supervisor;
  if of_worker = any (above) then raise exception 'supervision_in_circle' using errcode = 'PV422'; end if;
  if app.me() = any (above) and not exists (select from app.worker w
      where w.id = of_worker and app.me() in (select l.id from app.supervisors_above(of_worker) l (id))) then
    raise exception 'not_for_oneself' using errcode = 'PV403';
  end if;
end $$;

set local role peyvand_owner;

create function app.supervisors_above(of_worker uuid) returns setof uuid
language sql stable set search_path = pg_catalog as $$
  with recursive line as (
    select w.supervisor_id as id from app.worker w where w.id = of_worker and w.supervisor_id is not null
    union
    select w.supervisor_id from line l join app.worker w on w.id = l.id where w.supervisor_id is not null
  )
  select l.id from line l
$$;

create function app.has_other_supervisor(of_case uuid, besides uuid) returns boolean
language sql stable set search_path = pg_catalog as $$
  select exists (select from app.team_member t join app.worker w on w.id = t.worker_id and w.ended_at is null
    where t.case_id = of_case and t.role = 'supervisor' and t.ended_at is null and t.worker_id <> besides
      and t.until is null)
$$;

-- Whatever changes a line of supervision changes the access that rests on it, at once.
create function app.follow_line() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.derive_supervision(array(
    with recursive below as (
      select new.id
      union
      select w.id from below b join app.worker w on w.supervisor_id = b.id
    )
    select t.case_id from app.team_member t join below b on b.id = t.worker_id
    where t.role = 'case_manager' and t.ended_at is null));
  return null;
end $$;
create index worker_supervisor on app.worker (supervisor_id) where supervisor_id is not null;
create index team_member_manages on app.team_member (worker_id, case_id) where role = 'case_manager' and ended_at is null;
create trigger follow_line after update on app.worker for each row
  when (old.supervisor_id is distinct from new.supervisor_id or old.roles is distinct from new.roles
    or old.ended_at is distinct from new.ended_at)
  execute function app.follow_line();

-- A withdrawn consent ends what rests on it, whoever withdrew it.
create function app.end_partners() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.derive_access(t.case_id, t.worker_id)
  from app.team_member t where t.consent_id = new.id and t.ended_at is null;
  return null;
end $$;
create trigger end_partners after update of withdrawn_at on app.consent for each row
  when (old.withdrawn_at is distinct from new.withdrawn_at) execute function app.end_partners();

-- A worker of another agency joins under a consent and never sees more than it covers.
create function app.admit_partner(
  row_id uuid, to_case uuid, code text, under_consent uuid, with_groups text[], on_day date, until_day date
) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  k app.consent;
  who app.worker;
begin
  if not app.leads_team(to_case) then raise exception 'not_found' using errcode = 'PV404'; end if;
  select * into k from app.consent c where c.id = under_consent and c.case_id = to_case for share;
  if not found then raise exception 'consent_missing' using errcode = 'PV422'; end if;
  if k.withdrawn_at is not null or k.until_on < on_day then
    raise exception 'consent_withdrawn' using errcode = 'PV409';
  end if;
  if not with_groups <@ k.groups then raise exception 'consent_not_lawful' using errcode = 'PV422'; end if;
  if not with_groups <@ array(select unnest(a.groups) from app.case_access a
      where a.user_id = app.me() and a.case_id = to_case and a.until > now() and a.cause <> 'emergency') then
    raise exception 'may_not_write' using errcode = 'PV403';
  end if;
  select * into who from app.worker w
  where w.partner_code = upper(translate(code, ' -', '')) and w.agency_id <> app.my_agency() and w.ended_at is null;
  if not found then raise exception 'partner_unknown' using errcode = 'PV422'; end if;
  perform from app.case_file c where c.id = to_case for update;
  update app.team_member t set ended_at = now(), until = on_day
  where t.case_id = to_case and t.worker_id = who.id and t.ended_at is null;
  insert into app.team_member (id, case_id, worker_id, role, groups, may_write, since, until, consent_id)
  values (row_id, to_case, who.id, 'partner_worker', with_groups, false, on_day, until_day, k.id);
  perform app.derive_access(to_case, who.id);
  insert into app.notice (worker_id, kind, facts)
  values (who.id, 'joined_team', jsonb_build_object('caseId', to_case, 'role', 'partner_worker'));
end $$;

grant execute on function app.every_group(), app.end_of_day(date, text), app.line_above(uuid[]), app.derive_supervision(uuid[]),
  app.supervisors_above(uuid), app.has_other_supervisor(uuid, uuid) to peyvand_definer;
revoke execute on function app.every_group(), app.end_of_day(date, text), app.line_above(uuid[]),
  app.supervisors_above(uuid), app.has_other_supervisor(uuid, uuid), app.make_partner_code() from public;
grant execute on function app.make_partner_code() to peyvand_definer;
grant execute on function app.my_partner_code(), app.shared_with_me(),
  app.admit_partner(uuid, uuid, text, uuid, text[], date, date)
  to peyvand_staff, peyvand_definer;

call app.give_definer_functions();

-- Cases that stand already follow the line from now on.
set local role peyvand_definer;
select app.derive_supervision(array(select c.id from app.case_file c));
set local role peyvand_owner;
