-- A place of a programme is never given twice, by opening a case or by opening one again: whoever
-- takes one holds the programme first.
create function app.take_place_again(of_case uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  c app.case_file;
begin
  select * into c from app.case_file x where x.id = of_case and app.can_write_group(x.id, 'core');
  if not found then raise exception 'not_found' using errcode = 'PV404'; end if;
  perform pg_advisory_xact_lock(hashtextextended('programme:' || c.programme_id, 0));
  if exists (select from app.case_file x
      where x.client_id = c.client_id and x.programme_id = c.programme_id and x.status = 'open' and x.id <> c.id) then
    raise exception 'case_already_open' using errcode = 'PV409';
  end if;
  if app.programme_load(c.programme_id) >= (select g.capacity from app.programme g where g.id = c.programme_id) then
    raise exception 'capacity_full' using errcode = 'PV409';
  end if;
end $$;

grant execute on function app.take_place_again(uuid) to peyvand_staff, peyvand_definer;
call app.give_definer_functions();
