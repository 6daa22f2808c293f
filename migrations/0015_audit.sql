-- The audit as an auditor reads it: who, what, when, with what outcome; of the own agency only, and
-- by number of the case, never its content.
create function app.read_audit(before_seq bigint, of_worker uuid, of_case_number text, from_day timestamptz, until_day timestamptz)
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
  select a.seq, a.at, a.user_id, w.full_name, a.verb, a.outcome, a.reason,
    (select coalesce(array_agg(c.number order by c.number), '{}') from app.case_file c
      where c.id = any (a.cases[1:20]) and c.agency_id = mine)
  from app.audit a left join app.worker w on w.id = a.user_id
  where a.agency_id = mine
    and a.seq < coalesce(before_seq, 9223372036854775807)
    and (of_worker is null or a.user_id = of_worker)
    and (of_case is null or a.cases @> array[of_case])
    and (from_day is null or a.at >= from_day)
    and (until_day is null or a.at < until_day)
  order by a.seq desc limit 50;
end $$;
grant execute on function app.read_audit(bigint, uuid, text, timestamptz, timestamptz) to peyvand_staff;
create index audit_agency on app.audit (agency_id, seq desc);

call app.give_definer_functions();
