-- Who asks and what of the case in hand he or she may do: the question every request begins with, in one
-- look. Behind the policies it took six, each of which asked for the agency or the case again.
create function app.who_asks(of_case uuid, to_write text)
returns table (agency_id uuid, full_name text, roles text[], language text, calendar text, digits text, theme text,
  time_zone text, case_seen boolean, case_writable boolean, emergency_id uuid)
language plpgsql stable security definer rows 1 set search_path = pg_catalog as $$
begin
  return query
  select w.agency_id, w.full_name, w.roles, w.language, w.calendar, w.digits, w.theme, a.time_zone,
    of_case is null or exists (select from app.case_access x
      where x.user_id = w.id and x.case_id = of_case and x.until > now() and 'core' = any (x.groups)),
    to_write is null or exists (select from app.case_access x
      where x.user_id = w.id and x.case_id = of_case and x.until > now() and x.may_write and to_write = any (x.groups)),
    case when exists (select from app.case_access x
      where x.user_id = w.id and x.cause = 'emergency' and x.until > now())
    then (select e.id from app.emergency_access e
      where e.worker_id = w.id and e.ended_at is null and e.until > now() and (of_case is null or e.case_id = of_case)
        and (of_case is null or not exists (select from app.case_access x where x.user_id = w.id and x.case_id = of_case
          and x.cause <> 'emergency' and x.until > now()))
      order by e.began_at desc limit 1) end
  from app.worker w join app.agency a on a.id = w.agency_id
  where w.id = app.me() and w.ended_at is null;
end $$;
drop function app.my_emergency(uuid);

-- The people of the cases a request names, for whichever group of data they are shown: a page of fifty
-- clients, or a household, asks once.
create function app.people_of_named_cases(data_group text) returns uuid[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
declare
  u uuid := nullif(current_setting('app.user_id', true), '');
  c uuid[] := nullif(current_setting('app.cases', true), '');
  r uuid[];
begin
  if c is null then
    return '{}';
  elsif cardinality(c) = 1 then
    select array_agg(cp.person_id) into r
    from app.case_access a join app.case_person cp on cp.case_id = a.case_id
    where a.user_id = u and a.case_id = c[1] and a.until > now() and data_group = any (a.groups);
  else
    select array_agg(a.case_id) into r from app.case_access a
    where a.user_id = u and a.case_id = any (c) and a.until > now() and data_group = any (a.groups);
    select array_agg(cp.person_id) into r from app.case_person cp where cp.case_id = any (r);
  end if;
  return coalesce(r, '{}');
end $$;
alter policy staff_read on app.person using (
  case when id = any ((select app.people_of_named_cases('core'))::uuid[]) then true else app.can_see_person(id) end);
alter policy staff_read on app.household_member using (
  case when person_id = any ((select app.people_of_named_cases('family'))::uuid[]) then true
    else app.can_see_family(person_id) end);
drop function app.people_of_named_cases();

grant execute on function app.who_asks(uuid, text), app.people_of_named_cases(text) to peyvand_staff, peyvand_definer;
call app.give_definer_functions();
