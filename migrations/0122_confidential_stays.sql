-- Whoever came to a confidential programme was told that nobody else would learn of it. So it is not
-- opened afterwards, once somebody has asked for its help or has a case in it.
create function app.keep_confidential() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- waits for a request that is just being written
  perform from app.programme p where p.id = old.id for update;
  if exists (select from app.request r where r.programme_id = old.id)
    or exists (select from app.case_file c where c.programme_id = old.id) then
    raise exception 'programme_stays_confidential' using errcode = 'PV409';
  end if;
  return new;
end $$;
create trigger keep_confidential before update of confidential on app.programme
  for each row when (old.confidential and not new.confidential) execute function app.keep_confidential();

call app.give_definer_functions();
