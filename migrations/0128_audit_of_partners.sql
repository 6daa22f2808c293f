-- An auditor sees whoever looks at a case of the agency, of whatever agency he or she is: a partner's
-- worker under a consent, or a stranger who was turned away.

-- The other agencies whose cases a row names; nothing for nearly every row. It follows from `cases`, so
-- it is no part of the hash.
alter table app.audit add column host_agencies uuid[];
create index audit_host on app.audit using gin (host_agencies) where host_agencies is not null;

set local role peyvand_definer;

create or replace function app.hash_audit_row() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.era := (select e.era from app.audit_era e);
  new.xid := pg_current_xact_id();
  new.hash := app.audit_row_hash(new);
  new.host_agencies := (select array_agg(distinct c.agency_id) from app.case_file c
    where c.id = any (new.cases) and c.agency_id is distinct from new.agency_id);
  return new;
end $$;

create or replace function app.read_audit(before_seq bigint, of_worker uuid, of_case_number text, from_day timestamptz, until_day timestamptz)
returns table (seq bigint, at timestamptz, worker_id uuid, full_name text, verb text, outcome text, reason text, case_numbers text[])
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  mine uuid := app.my_agency();
  of_case uuid;
begin
  if not 'auditor' = any (app.my_roles()) then
    raise exception 'role_not_allowed' using errcode = 'PV403';
  end if;
  if of_case_number is not null then
    select c.id into of_case from app.case_file c where c.agency_id = mine and c.number = of_case_number;
    if not found then return; end if;
  end if;
  return query
  with found as (
    (select a.* from app.audit a
    where a.agency_id = mine
      and a.seq < coalesce(before_seq, 9223372036854775807)
      and (of_worker is null or a.user_id = of_worker)
      and (of_case is null or a.cases @> array[of_case])
      and (from_day is null or a.at >= from_day)
      and (until_day is null or a.at < until_day)
    order by a.seq desc limit 50)
    union all
    (select a.* from app.audit a
    where a.host_agencies @> array[mine]
      and a.seq < coalesce(before_seq, 9223372036854775807)
      and (of_worker is null or a.user_id = of_worker)
      and (of_case is null or a.cases @> array[of_case])
      and (from_day is null or a.at >= from_day)
      and (until_day is null or a.at < until_day)
    order by a.seq desc limit 50)
  )
  select a.seq, a.at, a.user_id, w.full_name, a.verb, a.outcome, a.reason,
    (select coalesce(array_agg(c.number order by c.number), '{}') from app.case_file c
      where c.id = any (case when a.agency_id = mine then a.cases[1:20] else a.cases end) and c.agency_id = mine)
  from found a left join app.worker w on w.id = a.user_id
  order by a.seq desc limit 50;
end $$;

-- What partners' workers read before, in the cases that were shared with them.
update app.audit a set host_agencies = h.agencies
from (
  select u.seq, array_agg(distinct c.agency_id) as agencies
  from app.audit u, unnest(u.cases) of_case join app.case_file c on c.id = of_case
  where u.cases && array(select distinct t.case_id from app.team_member t where t.consent_id is not null)
    and c.agency_id is distinct from u.agency_id
  group by u.seq
) h
where h.seq = a.seq;

set local role peyvand_owner;

call app.give_definer_functions();
