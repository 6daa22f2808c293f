-- Whoever opens accounts could open one for herself, or set somebody's password anew and come in by
-- it. So what an administrator does to accounts and keys is told to the others who watch over them:
-- the other administrators and the auditors, and where there are none, the supervisors. The account
-- in question does not count among them.
create function app.tell_watchers(of_kind text, of_worker uuid, with_facts jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  about jsonb := '{}';
  watchers uuid[];
begin
  if not 'administrator' = any (app.my_roles()) then
    raise exception 'role_not_allowed' using errcode = 'PV403';
  end if;
  if of_worker is not null then
    select jsonb_build_object('workerId', w.id, 'fullName', w.full_name) into about
    from app.worker w where w.id = of_worker and w.agency_id = app.my_agency();
    if not found then raise exception 'not_found' using errcode = 'PV404'; end if;
  end if;
  watchers := app.colleagues_in(array['administrator', 'auditor'], of_worker);
  if watchers = '{}' then watchers := app.colleagues_in(array['supervisor'], of_worker); end if;
  insert into app.notice (worker_id, kind, facts)
  select t.id, of_kind, with_facts || about || jsonb_build_object('by', me.id, 'byName', me.full_name)
  from unnest(watchers) t (id), app.worker me where me.id = app.me();
end $$;

-- Who holds one of these roles beside me, and beside one more.
create function app.colleagues_in(with_roles text[], besides uuid) returns uuid[]
language sql stable set search_path = pg_catalog as $$
  select coalesce(array_agg(w.id), '{}') from app.worker w
  where w.agency_id = app.my_agency() and w.ended_at is null and w.roles && with_roles
    and w.id <> app.me() and w.id is distinct from besides
$$;

revoke execute on function app.colleagues_in(text[], uuid) from public;
grant execute on function app.colleagues_in(text[], uuid) to peyvand_definer;
grant execute on function app.tell_watchers(text, uuid, jsonb) to peyvand_staff, peyvand_definer;
call app.give_definer_functions();
