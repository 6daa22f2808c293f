-- A page of a list reads contacts, needs and members once for each of its fifty cases. There the
-- policy's fifty ids were taken into the search of the index and put in order again each time; said
-- to be true they are only compared. A query that reads these tables names its cases, as all do.
alter policy staff_read on app.contact using ((case_id = any ((select app.my_cases('core'))::uuid[])) is true);
alter policy staff_read on app.need using ((case_id = any ((select app.my_cases('core'))::uuid[])) is true);
alter policy staff_read on app.team_member using ((case_id = any ((select app.my_cases('core'))::uuid[])) is true);

set local role peyvand_definer;

-- One case has a plan of its own, as in my_cases: for an array of one it was planned anew each time.
create or replace function app.people_of_named_cases() returns uuid[]
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
    where a.user_id = u and a.case_id = c[1] and a.until > now() and 'core' = any (a.groups);
  else
    select array_agg(cp.person_id) into r
    from app.case_access a join app.case_person cp on cp.case_id = a.case_id
    where a.user_id = u and a.case_id = any (c) and a.until > now() and 'core' = any (a.groups);
  end if;
  return coalesce(r, '{}');
end $$;

-- People of cases are asked for far more often than those of requests: the second question is only
-- made ready where the first says no.
create or replace function app.can_see_person(p uuid) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
declare u uuid := nullif(current_setting('app.user_id', true), '');
begin
  if exists (select from app.case_person cp join app.case_access a
      on a.user_id = u and a.case_id = cp.case_id and a.until > now() and 'core' = any (a.groups)
      where cp.person_id = p) then
    return true;
  end if;
  return exists (select from app.request_person rp
    join app.request r on r.id = rp.request_id
    join app.desk_member m on m.worker_id = u and m.desk_id = r.desk_id and m.until > now()
    where rp.person_id = p and not exists (select from app.case_file c where c.id = r.case_id and c.sealed));
end $$;

create or replace function app.can_see_family(p uuid) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
declare u uuid := nullif(current_setting('app.user_id', true), '');
begin
  if exists (select from app.case_person cp join app.case_access a
      on a.user_id = u and a.case_id = cp.case_id and a.until > now() and 'family' = any (a.groups)
      where cp.person_id = p) then
    return true;
  end if;
  return exists (select from app.request_person rp
    join app.request r on r.id = rp.request_id
    join app.desk_member m on m.worker_id = u and m.desk_id = r.desk_id and m.until > now()
    where rp.person_id = p and not exists (select from app.case_file c where c.id = r.case_id and c.sealed));
end $$;

set local role peyvand_owner;
call app.give_definer_functions();
