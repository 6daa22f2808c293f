-- What was withdrawn stays withdrawn, from the moment it was; whoever wants it again gives it anew.
create function app.stay_withdrawn() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if new.withdrawn_at is null then
    raise exception '%', tg_argv[0] using errcode = tg_argv[1];
  end if;
  new.withdrawn_at := old.withdrawn_at;
  return new;
end $$;
create trigger stay_withdrawn before update on app.consent
  for each row when (old.withdrawn_at is not null) execute function app.stay_withdrawn('consent_withdrawn', 'PV409');
create trigger stay_withdrawn before update on app.answer_link
  for each row when (old.withdrawn_at is not null) execute function app.stay_withdrawn('link_not_usable', 'PV410');

set local role peyvand_definer;

-- Whoever sees a case may have what is due on it reckoned anew; and whoever opens it, while opening it.
create or replace function app.may_reckon_due(of_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from app.case_access a
      where a.user_id = app.me() and a.case_id = of_case and a.until > now())
    or exists (select from app.case_file c
      where c.id = of_case and c.created_by = app.me() and c.created_at = now());
end $$;

set local role peyvand_owner;

call app.give_definer_functions();
