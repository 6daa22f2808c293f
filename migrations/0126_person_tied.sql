-- Whoever is found only by a look-up and tied to a case or a request is somebody colleagues may be
-- working with: their case managers are told who else is, and of which case of their own. A
-- confidential programme and a sealed case give nobody away.
create function app.tell_person_tied(p uuid, besides uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into app.notice (worker_id, kind, facts)
  select t.worker_id, 'person_tied', jsonb_build_object('caseId', c.id, 'by', me.id, 'fullName', me.full_name)
  from app.case_person cp
  join app.case_file c on c.id = cp.case_id and c.status = 'open' and c.id is distinct from besides
  join app.team_member t on t.case_id = c.id and t.role = 'case_manager' and t.ended_at is null
    and not app.has_left(t)
  join app.worker me on me.id = app.me()
  where cp.person_id = p and t.worker_id <> me.id
$$;
grant execute on function app.tell_person_tied(uuid, uuid) to peyvand_definer;

set local role peyvand_definer;

create or replace function app.tie_person_to_request(to_request uuid, p uuid, as_part text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r app.request;
  only_found boolean := not app.can_see_person(p);
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
  if only_found and not (select g.confidential from app.programme g where g.id = r.programme_id) then
    perform app.tell_person_tied(p, null);
  end if;
end $$;

create or replace function app.tie_person_to_case(to_case uuid, p uuid, as_part text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  only_found boolean := not app.can_see_person(p);
begin
  if as_part = 'client' or not app.can_write_group(to_case, 'core') or not app.may_tie_person(p) then
    raise exception 'not_found' using errcode = 'PV404';
  end if;
  insert into app.case_person (case_id, person_id, part) values (to_case, p, as_part)
  on conflict (case_id, person_id) do update set part = excluded.part where app.case_person.part <> 'client';
  if only_found and not (select c.sealed or g.confidential
      from app.case_file c join app.programme g on g.id = c.programme_id where c.id = to_case) then
    perform app.tell_person_tied(p, to_case);
  end if;
end $$;

set local role peyvand_owner;

call app.give_definer_functions();
