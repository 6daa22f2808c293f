-- The first agency, and the workers of every agency. Nobody grants anything to himself or herself;
-- whoever is granted, loses or must reset something is told, and so is the supervisor.
grant usage on schema app to peyvand_auth;

create function app.set_up_needed() returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return not exists (select from app.agency);
end $$;

-- Once: the lock makes whoever comes at the same time wait and then be refused.
create function app.set_up_agency(
  new_agency uuid, agency_name text, zone text, of_language text,
  new_worker uuid, worker_name text, with_roles text[]
) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  of_calendar text := case of_language when 'fa' then 'persian' else 'gregory' end;
  of_digits text := case of_language when 'fa' then 'fa' else 'latin' end;
begin
  perform pg_advisory_xact_lock(hashtext('app.set_up_agency'));
  if not app.set_up_needed() then raise exception 'set_up_done' using errcode = 'PV409'; end if;
  insert into app.agency (id, name, time_zone, language, calendar)
  values (new_agency, agency_name, zone, of_language, of_calendar);
  insert into app.worker (id, agency_id, full_name, roles, language, calendar, digits)
  values (new_worker, new_agency, worker_name, with_roles, of_language, of_calendar, of_digits);
  insert into app.audit (agency_id, user_id, verb, records, outcome)
  values (new_agency, new_worker, 'setUpAgency', array[new_agency, new_worker], 'done');
end $$;

-- Who signed in, or tried to, on the trail of the agency. An unknown name leaves a row without one.
create function app.note_sign_in(of_worker uuid, step text, with_outcome text, of_request text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.audit (agency_id, user_id, verb, outcome, request_id)
  values ((select w.agency_id from app.worker w where w.id = of_worker), of_worker, step, with_outcome, of_request);
end $$;

-- ---------------------------------------------------------------- workers, by administrators

-- Holds a colleague for a change by an administrator, never for himself or herself.
create function app.lock_worker(of_worker uuid, seen_version int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  w app.worker;
begin
  if not 'administrator' = any (app.my_roles()) then
    raise exception 'role_not_allowed' using errcode = 'PV403';
  end if;
  select * into w from app.worker x where x.id = of_worker and x.agency_id = app.my_agency() for update;
  if not found then raise exception 'not_found' using errcode = 'PV404'; end if;
  if w.id = app.me() then raise exception 'not_for_oneself' using errcode = 'PV403'; end if;
  if seen_version is not null and w.version <> seen_version then
    raise exception 'stale_version' using errcode = 'PV409';
  end if;
end $$;

create function app.tell_with_supervisor(of_worker uuid, of_kind text, with_facts jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.notice (worker_id, kind, facts)
  select t.id, of_kind, with_facts || jsonb_build_object('workerId', w.id, 'fullName', w.full_name)
  from app.worker w
  join app.worker t on t.id = w.id or t.id = w.supervisor_id
  where w.id = of_worker and w.agency_id = app.my_agency();
end $$;

create function app.check_supervisor(of_worker uuid, new_supervisor uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new_supervisor is null then return; end if;
  if new_supervisor = of_worker or not exists (select from app.worker s
    where s.id = new_supervisor and s.agency_id = app.my_agency() and s.ended_at is null
      and 'supervisor' = any (s.roles)) then
    raise exception 'worker_unknown' using errcode = 'PV422';
  end if;
end $$;

create function app.add_worker(
  new_worker uuid, worker_name text, with_title text, with_phone text, with_roles text[],
  with_supervisor uuid, of_language text
) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not 'administrator' = any (app.my_roles()) then
    raise exception 'role_not_allowed' using errcode = 'PV403';
  end if;
  perform app.check_supervisor(new_worker, with_supervisor);
  insert into app.worker (id, agency_id, full_name, title, phone, roles, supervisor_id, language, calendar, digits)
  values (new_worker, app.my_agency(), worker_name, with_title, with_phone, with_roles, with_supervisor,
    of_language,
    case of_language when 'fa' then 'persian' else 'gregory' end,
    case of_language when 'fa' then 'fa' else 'latin' end);
  perform app.tell_with_supervisor(new_worker, 'worker_added', jsonb_build_object('by', app.me(), 'roles', with_roles));
end $$;

create function app.change_worker(
  of_worker uuid, seen_version int, worker_name text, with_title text, with_phone text, with_supervisor uuid
) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  before uuid;
  after int;
begin
  perform app.lock_worker(of_worker, seen_version);
  perform app.check_supervisor(of_worker, with_supervisor);
  select w.supervisor_id into before from app.worker w where w.id = of_worker;
  update app.worker w set full_name = worker_name, title = with_title, phone = with_phone,
    supervisor_id = with_supervisor
  where w.id = of_worker returning w.version into after;
  if before is distinct from with_supervisor then
    perform app.tell_with_supervisor(of_worker, 'supervisor_changed', jsonb_build_object('by', app.me()));
    if before is not null then
      perform app.tell(before, 'supervisor_changed', jsonb_build_object('by', app.me(), 'workerId', of_worker, 'fullName', worker_name));
    end if;
  end if;
  return after;
end $$;

create function app.change_roles(of_worker uuid, seen_version int, with_roles text[]) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  after int;
begin
  perform app.lock_worker(of_worker, seen_version);
  update app.worker w set roles = with_roles where w.id = of_worker returning w.version into after;
  perform app.tell_with_supervisor(of_worker, 'roles_changed', jsonb_build_object('by', app.me(), 'roles', with_roles));
  return after;
end $$;

create function app.end_worker(of_worker uuid, seen_version int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  after int;
begin
  perform app.lock_worker(of_worker, seen_version);
  update app.worker w set ended_at = coalesce(w.ended_at, now()) where w.id = of_worker returning w.version into after;
  perform app.tell_with_supervisor(of_worker, 'worker_ended', jsonb_build_object('by', app.me()));
  return after;
end $$;

create function app.return_worker(of_worker uuid, seen_version int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  after int;
begin
  perform app.lock_worker(of_worker, seen_version);
  update app.worker w set ended_at = null where w.id = of_worker returning w.version into after;
  perform app.tell_with_supervisor(of_worker, 'worker_returned', jsonb_build_object('by', app.me()));
  return after;
end $$;

-- Before a code for a new password is printed: whether it may be, and who is told of it.
create function app.allow_reset(of_worker uuid, also_second_factor boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.lock_worker(of_worker, null);
  if exists (select from app.worker w where w.id = of_worker and w.ended_at is not null) then
    raise exception 'worker_unknown' using errcode = 'PV422';
  end if;
  perform app.tell_with_supervisor(of_worker, 'reset_code_printed',
    jsonb_build_object('by', app.me(), 'alsoSecondFactor', also_second_factor));
end $$;

-- ---------------------------------------------------------------- desks

create function app.join_desk(to_desk uuid, who uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.lock_worker(who, null);
  if not exists (select from app.desk d where d.id = to_desk and d.agency_id = app.my_agency()) then
    raise exception 'desk_unknown' using errcode = 'PV422';
  end if;
  insert into app.desk_member (desk_id, worker_id) values (to_desk, who)
  on conflict (worker_id, desk_id) do update set until = 'infinity', since = now()
  where app.desk_member.until <= now();
  if found then
    perform app.tell_with_supervisor(who, 'desk_joined', jsonb_build_object('by', app.me(), 'deskId', to_desk));
  end if;
end $$;

create function app.leave_desk(of_desk uuid, who uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.lock_worker(who, null);
  update app.desk_member m set until = now()
  where m.desk_id = of_desk and m.worker_id = who and m.until > now();
  if found then
    perform app.tell_with_supervisor(who, 'desk_left', jsonb_build_object('by', app.me(), 'deskId', of_desk));
  end if;
end $$;

create function app.list_desk_members() returns table (desk_id uuid, worker_id uuid)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not 'administrator' = any (app.my_roles()) then return; end if;
  return query select m.desk_id, m.worker_id from app.desk_member m
  join app.worker w on w.id = m.worker_id
  where w.agency_id = app.my_agency() and m.until > now();
end $$;

grant execute on function app.set_up_needed(), app.set_up_agency(uuid, text, text, text, uuid, text, text[]),
  app.note_sign_in(uuid, text, text, text) to peyvand_auth, peyvand_definer;
grant execute on function app.lock_worker(uuid, int), app.tell_with_supervisor(uuid, text, jsonb),
  app.check_supervisor(uuid, uuid) to peyvand_definer;
grant execute on function app.add_worker(uuid, text, text, text, text[], uuid, text),
  app.change_worker(uuid, int, text, text, text, uuid), app.change_roles(uuid, int, text[]),
  app.end_worker(uuid, int), app.return_worker(uuid, int), app.allow_reset(uuid, boolean),
  app.join_desk(uuid, uuid), app.leave_desk(uuid, uuid), app.list_desk_members()
  to peyvand_staff, peyvand_definer;

call app.give_definer_functions();
