set local role peyvand_definer;

-- `lpad` cuts what is longer: the ten-thousandth case of a year was to be called as the thousandth is,
-- and could not be opened.
create or replace function app.next_case_number(of_year int) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare n int;
begin
  insert into app.case_counter as c (agency_id, year, last) values (app.my_agency(), of_year, 1)
  on conflict (agency_id, year) do update set last = c.last + 1 returning last into n;
  return of_year || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
end $$;

set local role peyvand_owner;
