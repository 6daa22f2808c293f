-- What a consent says binds: it has begun, it is the client's own, and whoever reads under it belongs to
-- the organisation it names. For that an agency says which organisation of the directory it is itself.
alter table app.agency
  add column organisation_id uuid unique,
  add column organisation_kind text not null generated always as ('formal') stored,
  add foreign key (organisation_id, organisation_kind, id)
    references app.organisation (id, kind, steward_agency_id);
grant update (organisation_id) on app.agency to peyvand_staff;

-- Sharing that rests on a consent begins and ends with it, by the day where the agency is.
create or replace function app.may_share(r app.referral) returns boolean
language sql stable set search_path = pg_catalog as $$
  select r.basis <> 'consent' or exists (select from app.consent k
    join app.case_file c on c.id = k.case_id join app.agency a on a.id = c.agency_id
    where k.id = r.consent_id and k.withdrawn_at is null
      and (now() at time zone a.time_zone)::date between k.from_on and k.until_on)
$$;

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
  join app.worker w on w.id = t.worker_id
  join app.agency theirs on theirs.id = w.agency_id
  left join app.consent k on k.id = t.consent_id
  where t.case_id = of_case and t.worker_id = of_worker and t.ended_at is null and not app.has_left(t)
    and (t.consent_id is null or (k.withdrawn_at is null and k.person_id = c.client_id
      and k.from_on <= (now() at time zone a.time_zone)::date and k.recipient_id = theirs.organisation_id))
  on conflict (user_id, case_id, cause) do update
    set groups = excluded.groups, may_write = excluded.may_write, why = excluded.why, until = excluded.until;
  if not found then
    update app.case_access a set until = least(a.until, now())
    where a.case_id = of_case and a.user_id = of_worker and a.cause = 'team';
  end if;
  perform app.derive_supervision(array[of_case]);
end $$;

create or replace function app.admit_partner(
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
  if k.from_on > on_day then
    raise exception 'consent_missing' using errcode = 'PV422', detail = '{"because": "not_yet"}';
  end if;
  if not with_groups <@ k.groups
    or not exists (select from app.case_file c where c.id = to_case and c.client_id = k.person_id) then
    raise exception 'consent_not_lawful' using errcode = 'PV422';
  end if;
  if not app.mine_to_give(to_case, with_groups, false, (
      select least(app.end_of_day(until_day, a.time_zone), app.end_of_day(k.until_on, a.time_zone))
      from app.case_file c join app.agency a on a.id = c.agency_id where c.id = to_case)) then
    raise exception 'may_not_write' using errcode = 'PV403';
  end if;
  select * into who from app.worker w
  where w.partner_code = upper(translate(code, ' -', '')) and w.agency_id <> app.my_agency() and w.ended_at is null;
  if not found then raise exception 'partner_unknown' using errcode = 'PV422'; end if;
  if not exists (select from app.agency a where a.id = who.agency_id and a.organisation_id = k.recipient_id) then
    raise exception 'consent_missing' using errcode = 'PV422', detail = '{"because": "other_recipient"}';
  end if;
  perform from app.case_file c where c.id = to_case for update;
  update app.team_member t set ended_at = now(), until = on_day
  where t.case_id = to_case and t.worker_id = who.id and t.ended_at is null;
  insert into app.team_member (id, case_id, worker_id, role, groups, may_write, since, until, consent_id)
  values (row_id, to_case, who.id, 'partner_worker', with_groups, false, on_day, until_day, k.id);
  perform app.derive_access(to_case, who.id);
  insert into app.notice (worker_id, kind, facts)
  values (who.id, 'joined_team', jsonb_build_object('caseId', to_case, 'role', 'partner_worker'));
end $$;

set local role peyvand_owner;

-- Which organisation an agency is decides under which consents its workers read.
create function app.follow_organisation() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.derive_access(t.case_id, t.worker_id)
  from app.team_member t join app.worker w on w.id = t.worker_id
  where w.agency_id = new.id and t.consent_id is not null and t.ended_at is null;
  return null;
end $$;
create trigger follow_organisation after update of organisation_id on app.agency for each row
  when (old.organisation_id is distinct from new.organisation_id) execute function app.follow_organisation();

call app.give_definer_functions();

-- Workers of partners who are on a team already read on once their agency has said who it is.
set local role peyvand_definer;
select app.derive_access(t.case_id, t.worker_id)
from app.team_member t where t.consent_id is not null and t.ended_at is null;
set local role peyvand_owner;
