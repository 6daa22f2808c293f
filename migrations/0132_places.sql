-- How full a programme is and how many wait for it are counts of the work as it stands: whoever
-- receives people or carries cases plans by them, and a director is told summaries instead. Those of
-- a confidential programme are for its own desks and for administrators.
create function app.places(of_programme uuid default null)
returns table (programme_id uuid, open int, waiting int)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
  select g.id, app.programme_load(g.id), app.count_waiting(g.id)
  from app.programme g
  where g.agency_id = app.my_agency() and (of_programme is null or g.id = of_programme)
    and (exists (select from app.desk d where d.programme_id = g.id and d.id = any (app.my_desks()))
      or 'administrator' = any (app.my_roles())
      or (not g.confidential and app.my_roles() && '{intake,caseworker,supervisor}'));
end $$;

set local role peyvand_definer;
revoke execute on function app.programme_load(uuid), app.count_waiting(uuid) from peyvand_staff;
set local role peyvand_owner;

grant execute on function app.places(uuid) to peyvand_staff, peyvand_definer;
call app.give_definer_functions();
