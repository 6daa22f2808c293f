-- What ended when a worker left does not come back with the worker. A part in a team counts only if it
-- was given after the return; desks, the naming for emergencies and running emergency access end with
-- the leaving; and whoever stood under the worker stands under the next above.
alter table app.worker add column returned_at timestamptz;
grant select (returned_at) on app.worker to peyvand_staff;

-- On a team by a row from before the worker left the agency: it gives nothing, and stays until
-- whoever leads the case puts somebody in this place.
create function app.has_left(m app.team_member) returns boolean
language sql stable set search_path = pg_catalog as $$
  select exists (select from app.worker w
    where w.id = m.worker_id and (w.ended_at is not null or m.created_at <= w.returned_at))
$$;

create or replace function app.has_other_supervisor(of_case uuid, besides uuid) returns boolean
language sql stable set search_path = pg_catalog as $$
  select exists (select from app.team_member t
    where t.case_id = of_case and t.role = 'supervisor' and t.ended_at is null and t.worker_id <> besides
      and t.until is null and not app.has_left(t))
$$;

revoke execute on function app.has_left(app.team_member) from public;
grant execute on function app.has_left(app.team_member) to peyvand_staff, peyvand_definer;

set local role peyvand_definer;

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
  where t.case_id = of_case and t.worker_id = of_worker and t.ended_at is null and not app.has_left(t)
    and (t.consent_id is null or k.withdrawn_at is null)
  on conflict (user_id, case_id, cause) do update
    set groups = excluded.groups, may_write = excluded.may_write, why = excluded.why, until = excluded.until;
  if not found then
    update app.case_access a set until = least(a.until, now())
    where a.case_id = of_case and a.user_id = of_worker and a.cause = 'team';
  end if;
  perform app.derive_supervision(array[of_case]);
end $$;

create or replace function app.end_worker(of_worker uuid, seen_version int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  after int;
begin
  perform app.lock_worker(of_worker, seen_version);
  update app.worker w set ended_at = coalesce(w.ended_at, now()), emergency = false
  where w.id = of_worker returning w.version into after;
  update app.desk_member m set until = now() where m.worker_id = of_worker and m.until > now();
  update app.emergency_access e set ended_at = now()
  where e.worker_id = of_worker and e.ended_at is null and e.until > now();
  update app.case_access a set until = now() where a.user_id = of_worker and a.until > now();
  perform app.tell_with_supervisor(of_worker, 'worker_ended', jsonb_build_object('by', app.me()));
  return after;
end $$;

create or replace function app.return_worker(of_worker uuid, seen_version int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  after int;
  above uuid;
  below uuid;
begin
  perform app.lock_worker(of_worker, seen_version);
  select w.supervisor_id into above from app.worker w where w.id = of_worker and w.ended_at is not null;
  if found then
    for below in
      update app.worker b set supervisor_id = above where b.supervisor_id = of_worker returning b.id
    loop
      perform app.tell_with_supervisor(below, 'supervisor_changed', jsonb_build_object('by', app.me()));
    end loop;
  end if;
  update app.worker w set ended_at = null,
    returned_at = case when w.ended_at is null then w.returned_at else now() end
  where w.id = of_worker returning w.version into after;
  perform app.tell_with_supervisor(of_worker, 'worker_returned', jsonb_build_object('by', app.me()));
  return after;
end $$;

-- Whoever has left before is in no other position than who leaves from now on.
update app.desk_member m set until = now() from app.worker w
where w.id = m.worker_id and w.ended_at is not null and m.until > now();
update app.emergency_access e set ended_at = now() from app.worker w
where w.id = e.worker_id and w.ended_at is not null and e.ended_at is null and e.until > now();
update app.case_access a set until = now() from app.worker w
where w.id = a.user_id and w.ended_at is not null and a.until > now();
update app.worker w set emergency = false where w.ended_at is not null and w.emergency;

set local role peyvand_owner;

call app.give_definer_functions();
