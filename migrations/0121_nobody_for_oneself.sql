-- Nobody comes to see more of a case by an act of his or her own: not by making somebody of the own
-- line its case manager, and not by unsealing it. And nobody gives for longer than he or she has.

-- All there is to have of a case: every group, writing too, without an end, and not by emergency.
create function app.have_whole_case(of_case uuid) returns boolean
language sql stable set search_path = pg_catalog as $$
  select exists (select from app.case_access a
    where a.user_id = app.me() and a.case_id = of_case and a.cause <> 'emergency'
      and a.may_write and a.until = 'infinity' and a.groups @> app.every_group())
$$;

-- Whether these groups, so written and for so long, are mine to give.
create function app.mine_to_give(of_case uuid, with_groups text[], writing boolean, until_end timestamptz) returns boolean
language sql stable set search_path = pg_catalog as $$
  select not exists (select from unnest(with_groups) g
    where not exists (select from app.case_access a
      where a.user_id = app.me() and a.case_id = of_case and a.until > now() and a.cause <> 'emergency'
        and g = any (a.groups) and (a.may_write or not writing) and a.until >= until_end))
$$;

revoke execute on function app.have_whole_case(uuid), app.mine_to_give(uuid, text[], boolean, timestamptz) from public;
grant execute on function app.have_whole_case(uuid), app.mine_to_give(uuid, text[], boolean, timestamptz)
  to peyvand_definer;

set local role peyvand_definer;

create or replace function app.join_team(
  row_id uuid, to_case uuid, who uuid, as_role text, with_groups text[], writing boolean, on_day date, until_day date
) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  present app.team_member;
  has_already text[];
  ends timestamptz;
begin
  if not app.leads_team(to_case) then raise exception 'not_found' using errcode = 'PV404'; end if;
  if who = app.me() then raise exception 'not_for_oneself' using errcode = 'PV403'; end if;
  if not exists (select from app.worker w where w.id = who and w.agency_id = app.my_agency() and w.ended_at is null) then
    raise exception 'worker_unknown' using errcode = 'PV422';
  end if;
  perform from app.case_file c where c.id = to_case for update;
  select app.end_of_day(until_day, a.time_zone) into ends
  from app.case_file c join app.agency a on a.id = c.agency_id where c.id = to_case;
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
  -- Whoever manages a case shows it to the line above, whole and for good.
  if as_role = 'case_manager' and not app.have_whole_case(to_case)
    and app.me() in (select l.id from app.supervisors_above(who) l (id)) then
    raise exception 'not_for_oneself' using errcode = 'PV403';
  end if;
  -- Nobody gives what he or she does not have; what the other has already is not given.
  if present.id is not null and not app.has_left(present) and (present.may_write or not writing)
    and coalesce(present.until, 'infinity') >= coalesce(until_day, 'infinity') then
    has_already := present.groups;
  end if;
  if not app.mine_to_give(to_case,
      array(select g from unnest(with_groups) g where g <> all (coalesce(has_already, '{}'))), writing, ends) then
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

create or replace function app.seal_case(of_case uuid, seen_version int, seal boolean) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  after int;
begin
  if not app.leads_team(of_case) then raise exception 'not_found' using errcode = 'PV404'; end if;
  if not exists (select from app.case_access a where a.case_id = of_case and a.user_id = app.me()
      and a.cause = 'team' and a.until > now()) then
    raise exception 'not_named_on_case' using errcode = 'PV403';
  end if;
  if not seal and not app.have_whole_case(of_case)
    and exists (select from app.team_member t, app.supervisors_above(t.worker_id) l (id)
      where t.case_id = of_case and t.role = 'case_manager' and t.ended_at is null and l.id = app.me()) then
    raise exception 'not_for_oneself' using errcode = 'PV403';
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

set local role peyvand_owner;

call app.give_definer_functions();
