-- People are seen and written through the core of a case, which says who they are: not through one
-- other part of it. And a request whose case is sealed shows its desk nobody any more.
set local role peyvand_definer;

create or replace function app.can_see_person(p uuid) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
declare u uuid := nullif(current_setting('app.user_id', true), '');
begin
  return exists (select from app.case_person cp join app.case_access a
      on a.user_id = u and a.case_id = cp.case_id and a.until > now() and 'core' = any (a.groups)
      where cp.person_id = p)
    or exists (select from app.request_person rp
      join app.request r on r.id = rp.request_id
      join app.desk_member m on m.worker_id = u and m.desk_id = r.desk_id and m.until > now()
      where rp.person_id = p and not exists (select from app.case_file c where c.id = r.case_id and c.sealed));
end $$;

create or replace function app.can_write_person(p uuid) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
declare u uuid := nullif(current_setting('app.user_id', true), '');
begin
  return exists (select from app.case_person cp join app.case_access a
      on a.user_id = u and a.case_id = cp.case_id and a.until > now() and a.may_write and 'core' = any (a.groups)
      where cp.person_id = p)
    or exists (select from app.request_person rp
      join app.request r on r.id = rp.request_id and r.status in ('received', 'eligible', 'waitlisted')
      join app.desk_member m on m.worker_id = u and m.desk_id = r.desk_id and m.until > now()
      where rp.person_id = p);
end $$;

create or replace function app.can_see_family(p uuid) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
declare u uuid := nullif(current_setting('app.user_id', true), '');
begin
  return exists (select from app.case_person cp join app.case_access a
      on a.user_id = u and a.case_id = cp.case_id and a.until > now() and 'family' = any (a.groups)
      where cp.person_id = p)
    or exists (select from app.request_person rp
      join app.request r on r.id = rp.request_id
      join app.desk_member m on m.worker_id = u and m.desk_id = r.desk_id and m.until > now()
      where rp.person_id = p and not exists (select from app.case_file c where c.id = r.case_id and c.sealed));
end $$;

create or replace function app.people_of_named_cases() returns uuid[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
declare
  u uuid := nullif(current_setting('app.user_id', true), '');
  c uuid[] := nullif(current_setting('app.cases', true), '');
  r uuid[];
begin
  if c is null then return '{}'; end if;
  select array_agg(cp.person_id) into r
  from app.case_access a join app.case_person cp on cp.case_id = a.case_id
  where a.user_id = u and a.case_id = any (c) and a.until > now() and 'core' = any (a.groups);
  return coalesce(r, '{}');
end $$;

set local role peyvand_owner;

call app.give_definer_functions();
