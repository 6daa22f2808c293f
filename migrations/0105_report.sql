-- Numbers for directors: fixed summaries of quarters or half-years that are over, with everything small hidden
-- before it is stored. The role that answers directors reads these four tables and nothing else.
create table app.summary_round (
  agency_id uuid primary key references app.agency,
  -- as at the first reckoning, for good: periods that overlap would give numbers away
  calendar text check (calendar in ('persian', 'gregory')),
  length int check (length in (3, 6)),
  reckoned_at timestamptz,
  asked_at timestamptz
);

create table app.summary_period (
  agency_id uuid not null references app.agency,
  starts_on date not null,
  ends_on date not null,
  year int not null,
  number int not null check (number between 1 and 4),
  told_at timestamptz not null,
  primary key (agency_id, starts_on)
);

-- A programme's name as it was when its numbers were last reckoned.
create table app.summary_programme (
  agency_id uuid not null references app.agency,
  programme_id uuid not null references app.programme,
  name_fa text not null,
  name_en text not null,
  primary key (agency_id, programme_id)
);

-- A cell is written once and never changed: nothing stands where its number is hidden.
create table app.summary_cell (
  agency_id uuid not null,
  topic text not null,
  starts_on date not null,
  row_code text not null,
  column_code text not null,
  -- of its period, 0 for all of them together
  month int not null check (month between 0 and 6),
  count int check (count > 10),
  primary key (agency_id, topic, starts_on, row_code, column_code, month),
  foreign key (agency_id, starts_on) references app.summary_period
);

do $$ declare t text; begin
  foreach t in array array['summary_round', 'summary_period', 'summary_programme', 'summary_cell'] loop
    call app.protect(t);
    execute format('create policy report_read on app.%I for select to peyvand_report
      using (agency_id = (select app.my_agency()) and ''director'' = any ((select app.my_roles())::text[]))', t);
    execute format('grant select on app.%I to peyvand_report', t);
    execute format('create policy jobs_add on app.%I for insert to peyvand_jobs with check (true)', t);
    execute format('grant insert on app.%I to peyvand_jobs', t);
  end loop;
  foreach t in array array['summary_round', 'summary_programme'] loop
    execute format('create policy jobs_change on app.%I for update to peyvand_jobs using (true)', t);
  end loop;
end $$;
grant update (calendar, length, reckoned_at) on app.summary_round to peyvand_jobs;
grant update (name_fa, name_en) on app.summary_programme to peyvand_jobs;

set local role peyvand_definer;
grant execute on function app.my_agency(), app.my_roles() to peyvand_report;
set local role peyvand_owner;

-- A director asks for the numbers to be reckoned now, at most every half hour.
create function app.ask_for_summaries() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not 'director' = any (app.my_roles()) then
    raise exception 'role_not_allowed' using errcode = 'PV403';
  end if;
  insert into app.summary_round as r (agency_id, asked_at) values (app.my_agency(), now())
  on conflict (agency_id) do update set asked_at = excluded.asked_at
  where coalesce(r.asked_at, '-infinity') <= now() - interval '30 minutes';
  if not found then
    raise exception 'too_many' using errcode = 'PV429';
  end if;
end $$;
grant execute on function app.ask_for_summaries() to peyvand_staff;

call app.give_definer_functions();
