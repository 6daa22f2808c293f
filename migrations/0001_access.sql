-- Who may see a row is decided here, once. Everything later stands on these functions.
create schema app;
grant usage on schema app to peyvand_definer, peyvand_staff, peyvand_partner, peyvand_client, peyvand_jobs, peyvand_report;
grant create on schema app to peyvand_definer;

create function app.me() returns uuid
language sql stable parallel safe set search_path = pg_catalog as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

-- ---------------------------------------------------------------- roots

create table app.agency (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  language text not null default 'fa' check (language in ('fa', 'en')),
  calendar text not null default 'persian' check (calendar in ('persian', 'gregory')),
  client_term text not null default 'client',
  created_at timestamptz not null default now(),
  version int not null default 1
);

create table app.worker (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  full_name text not null,
  title text not null default '',
  phone text not null default '',
  roles text[] not null
    check (roles <@ '{caseworker,supervisor,intake,administrator,director,auditor}'::text[]),
  supervisor_id uuid references app.worker,
  language text not null default 'fa' check (language in ('fa', 'en')),
  calendar text not null default 'persian' check (calendar in ('persian', 'gregory')),
  digits text not null default 'fa' check (digits in ('fa', 'latin')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  draft_key_salt bytea not null default sha256(uuid_send(gen_random_uuid())),
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index worker_agency on app.worker (agency_id);

-- ---------------------------------------------------------------- what has been

-- Old states of every versioned row; cleared by erasure and strike-out, never edited.
create table app.history (
  id bigint generated always as identity primary key,
  table_name text not null,
  row_id uuid not null,
  case_id uuid,
  data_group text,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by uuid default app.me(),
  old jsonb not null
);
create index history_row on app.history (row_id, id);

create function app.keep_history() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  before jsonb := to_jsonb(old);
begin
  new.version := old.version + 1;
  insert into app.history (table_name, row_id, case_id, data_group, old)
  values (
    tg_table_name,
    old.id,
    case when tg_table_name = 'case_file' then old.id else (before ->> 'case_id')::uuid end,
    coalesce(before ->> 'data_group', tg_argv[0]),
    before
  );
  return new;
end $$;

-- Who, which ids, when, what code; never content, so erasure leaves the chain whole.
create table app.audit_era (era int not null);
insert into app.audit_era values (1);

create table app.audit (
  seq bigint generated always as identity primary key,
  era int not null default 0,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  agency_id uuid,
  user_id uuid,
  verb text not null,
  cases uuid[] not null default '{}',
  records uuid[] not null default '{}',
  outcome text not null,
  reason text,
  request_id text,
  hash bytea not null default ''
);
create index audit_case on app.audit using gin (cases);
create index audit_order on app.audit (era, xid, seq);

create function app.audit_row_hash(a app.audit) returns bytea
language sql immutable set search_path = pg_catalog as $$
  select sha256(convert_to(jsonb_build_array(
    a.seq, a.era, a.xid::text, extract(epoch from a.at), a.agency_id, a.user_id, a.verb,
    a.cases, a.records, a.outcome, a.reason, a.request_id)::text, 'UTF8'))
$$;

create function app.hash_audit_row() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.era := (select e.era from app.audit_era e);
  new.xid := pg_current_xact_id();
  new.hash := app.audit_row_hash(new);
  return new;
end $$;
create trigger hash_row before insert on app.audit
  for each row execute function app.hash_audit_row();

create table app.audit_seal (
  id bigint generated always as identity primary key,
  era int not null,
  from_xid xid8 not null,
  to_xid xid8 not null,
  seqs bigint[] not null,
  rows_hash bytea not null,
  previous bytea not null,
  signature bytea not null,
  sealed_at timestamptz not null default clock_timestamp()
);

-- A repeat of a command finds its first answer here.
create table app.command (
  id uuid primary key,
  user_id uuid not null,
  endpoint text not null,
  body_hash bytea not null,
  answer jsonb,
  at timestamptz not null default now()
);

-- ---------------------------------------------------------------- case access

create table app.case_access (
  user_id uuid not null references app.worker,
  case_id uuid not null,
  groups text[] not null,
  may_write boolean not null,
  why text not null,
  until timestamptz not null default 'infinity',
  primary key (user_id, case_id) include (until, groups, may_write)
);
create index case_access_case on app.case_access (case_id, user_id);

-- The cases whose rows of this group I may read. `app.cases` can only narrow it: a request names
-- the case in hand or the page in view, and so costs the same for 60 and for 20 000 cases.
create function app.my_cases(data_group text) returns uuid[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
declare
  u uuid := nullif(current_setting('app.user_id', true), '');
  c uuid[] := nullif(current_setting('app.cases', true), '');
  r uuid[];
begin
  if c is null then
    select array_agg(a.case_id) into r from app.case_access a
    where a.user_id = u and a.until > now() and data_group = any (a.groups);
  elsif cardinality(c) = 1 then
    select array[a.case_id] into r from app.case_access a
    where a.user_id = u and a.case_id = c[1] and a.until > now() and data_group = any (a.groups);
  else
    select array_agg(a.case_id) into r from app.case_access a
    where a.user_id = u and a.case_id = any (c) and a.until > now() and data_group = any (a.groups);
  end if;
  return coalesce(r, '{}');
end $$;

-- The same for writing. Every write names its case, so this one is always narrow.
create function app.my_writable_cases(data_group text) returns uuid[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
declare
  u uuid := nullif(current_setting('app.user_id', true), '');
  c uuid[] := nullif(current_setting('app.cases', true), '');
  r uuid[];
begin
  select array_agg(a.case_id) into r from app.case_access a
  where a.user_id = u and a.case_id = any (coalesce(c, '{}')) and a.until > now()
    and a.may_write and data_group = any (a.groups);
  return coalesce(r, '{}');
end $$;

-- For tables whose rows each carry their own group. Never filters an undriven scan.
create function app.can_see_group(of_case uuid, data_group text) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
begin
  return exists (select from app.case_access a
    where a.user_id = nullif(current_setting('app.user_id', true), '')::uuid
      and a.case_id = of_case and a.until > now() and data_group = any (a.groups));
end $$;

create function app.can_write_group(of_case uuid, data_group text) returns boolean
language plpgsql stable security definer parallel safe cost 50 set search_path = pg_catalog as $$
begin
  return exists (select from app.case_access a
    where a.user_id = nullif(current_setting('app.user_id', true), '')::uuid
      and a.case_id = of_case and a.until > now() and a.may_write and data_group = any (a.groups));
end $$;

create function app.my_agency() returns uuid
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
begin
  return (select w.agency_id from app.worker w
    where w.id = nullif(current_setting('app.user_id', true), '')::uuid and w.ended_at is null);
end $$;

create function app.my_roles() returns text[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
begin
  return coalesce((select w.roles from app.worker w
    where w.id = nullif(current_setting('app.user_id', true), '')::uuid and w.ended_at is null), '{}');
end $$;

-- ---------------------------------------------------------------- how tables are protected

-- Functions that read past the policies belong to peyvand_definer, which has a policy of its own
-- on just the tables it reads: under FORCE an owner sees nothing.
-- Called last in a migration, when the grants are made: what is not granted is nobody's.
create procedure app.give_definer_functions() language plpgsql as $$
declare f record;
begin
  for f in
    select p.oid::regprocedure::text as signature, p.prorettype = 'trigger'::regtype as is_trigger from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'app' and p.prosecdef and pg_get_userbyid(p.proowner) = 'peyvand_owner'
  loop
    -- a trigger's function cannot be called otherwise, and later migrations name it
    if not f.is_trigger then
      execute format('revoke execute on function %s from public', f.signature);
    end if;
    execute format('alter function %s owner to peyvand_definer', f.signature);
  end loop;
end $$;

create procedure app.protect(of_table text) language plpgsql as $$
begin
  execute format('alter table app.%I enable row level security', of_table);
  execute format('alter table app.%I force row level security', of_table);
  execute format('grant select, insert, update on app.%I to peyvand_definer', of_table);
  execute format('create policy definer on app.%I to peyvand_definer using (true) with check (true)', of_table);
  execute format('grant select on app.%I to peyvand_jobs', of_table);
  execute format('create policy jobs_read on app.%I for select to peyvand_jobs using (true)', of_table);
end $$;

create procedure app.keep_versions(of_table text, data_group text default 'core') language plpgsql as $$
begin
  execute format('create trigger keep_history before update on app.%I for each row execute function app.keep_history(%L)',
    of_table, data_group);
end $$;

-- Whose a row is, what it belongs to and who wrote it stay as they were; only functions move a row.
-- A column added to the table later is granted where it is added.
create procedure app.allow_changes(of_table text, variadic but text[] default '{}') language plpgsql as $$
begin
  execute format('grant update (%s) on app.%I to peyvand_staff', (
    select string_agg(quote_ident(attname), ', ') from pg_attribute
    where attrelid = format('app.%I', of_table)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and attname <> all ('{id,case_id,agency_id,data_group,created_at,created_by,version}'::name[])
      and attname <> all (but::name[])), of_table);
end $$;

-- A table of case content in one data group. `changes` false: rows are added, never changed.
create procedure app.protect_case_table(of_table text, data_group text, changes boolean default true)
language plpgsql as $$
begin
  call app.protect(of_table);
  execute format('create policy staff_read on app.%I for select to peyvand_staff using (case_id = any ((select app.my_cases(%L))::uuid[]))',
    of_table, data_group);
  execute format('create policy staff_add on app.%I for insert to peyvand_staff with check (case_id = any ((select app.my_writable_cases(%L))::uuid[]))',
    of_table, data_group);
  execute format('grant select, insert on app.%I to peyvand_staff', of_table);
  if changes then
    execute format('create policy staff_change on app.%I for update to peyvand_staff using (case_id = any ((select app.my_writable_cases(%L))::uuid[]))',
      of_table, data_group);
    call app.allow_changes(of_table);
    call app.keep_versions(of_table, data_group);
  end if;
end $$;

-- A table of case content whose rows each carry their own `data_group`.
create procedure app.protect_grouped_table(of_table text, changes boolean default true)
language plpgsql as $$
begin
  call app.protect(of_table);
  execute format('create policy staff_read on app.%I for select to peyvand_staff using (app.can_see_group(case_id, data_group))', of_table);
  execute format('create policy staff_add on app.%I for insert to peyvand_staff with check (app.can_write_group(case_id, data_group))', of_table);
  execute format('grant select, insert on app.%I to peyvand_staff', of_table);
  if changes then
    execute format('create policy staff_change on app.%I for update to peyvand_staff using (app.can_write_group(case_id, data_group))', of_table);
    call app.allow_changes(of_table);
    call app.keep_versions(of_table);
  end if;
end $$;

-- Settings of my agency: no person's data. Written by administrators.
create procedure app.protect_agency_table(of_table text) language plpgsql as $$
begin
  call app.protect(of_table);
  execute format('create policy staff_read on app.%I for select to peyvand_staff using (agency_id = (select app.my_agency()))', of_table);
  execute format('create policy staff_add on app.%I for insert to peyvand_staff with check (agency_id = (select app.my_agency()) and ''administrator'' = any (app.my_roles()))', of_table);
  execute format('create policy staff_change on app.%I for update to peyvand_staff using (agency_id = (select app.my_agency()) and ''administrator'' = any (app.my_roles()))', of_table);
  execute format('grant select, insert on app.%I to peyvand_staff', of_table);
  call app.allow_changes(of_table);
  call app.keep_versions(of_table);
end $$;

-- ---------------------------------------------------------------- policies of the roots

call app.protect('agency');
create policy staff_read on app.agency for select to peyvand_staff using (id = (select app.my_agency()));
create policy staff_change on app.agency for update to peyvand_staff
  using (id = (select app.my_agency()) and 'administrator' = any (app.my_roles()));
grant select on app.agency to peyvand_staff;
call app.allow_changes('agency');
call app.keep_versions('agency');

call app.protect('worker');
create policy staff_read on app.worker for select to peyvand_staff using (agency_id = (select app.my_agency()));
-- A worker changes the settings of his or her own screen; everything else goes through functions.
create policy staff_change on app.worker for update to peyvand_staff using (id = (select app.me()));
grant select on app.worker to peyvand_staff;
grant update (language, calendar, digits, theme) on app.worker to peyvand_staff;
create trigger keep_history before update on app.worker for each row execute function app.keep_history('core');

call app.protect('history');
create policy staff_read on app.history for select to peyvand_staff
  using (case_id is not null and app.can_see_group(case_id, data_group));
grant select on app.history to peyvand_staff;

call app.protect('audit');
create policy staff_add on app.audit for insert to peyvand_staff with check (user_id = (select app.me()));
grant insert on app.audit to peyvand_staff;
create policy partner_add on app.audit for insert to peyvand_partner with check (user_id is null);
grant insert on app.audit to peyvand_partner;
create policy client_add on app.audit for insert to peyvand_client with check (user_id is null);
grant insert on app.audit to peyvand_client;
create policy jobs_add on app.audit for insert to peyvand_jobs with check (user_id is null);
grant insert on app.audit to peyvand_jobs;

call app.protect('audit_era');
call app.protect('audit_seal');
grant insert on app.audit_seal to peyvand_jobs;
create policy jobs_add on app.audit_seal for insert to peyvand_jobs with check (true);

call app.protect('command');
create policy staff_read on app.command for select to peyvand_staff using (user_id = (select app.me()));
create policy staff_add on app.command for insert to peyvand_staff with check (user_id = (select app.me()));
create policy staff_change on app.command for update to peyvand_staff using (user_id = (select app.me()));
grant select, insert, update (answer) on app.command to peyvand_staff;

call app.protect('case_access');
create policy staff_read on app.case_access for select to peyvand_staff using (user_id = (select app.me()));
grant select on app.case_access to peyvand_staff;

-- ---------------------------------------------------------------- a worker's own rows

create table app.draft (
  worker_id uuid not null default app.me(),
  key text not null check (length(key) <= 200),
  body jsonb not null,
  saved_at timestamptz not null default clock_timestamp(),
  discarded_at timestamptz,
  primary key (worker_id, key)
);
call app.protect('draft');
create policy staff_read on app.draft for select to peyvand_staff using (worker_id = (select app.me()));
create policy staff_add on app.draft for insert to peyvand_staff with check (worker_id = (select app.me()));
create policy staff_change on app.draft for update to peyvand_staff using (worker_id = (select app.me()));
grant select, insert, update on app.draft to peyvand_staff;

create table app.notice (
  id uuid primary key default gen_random_uuid(),
  worker_id uuid not null references app.worker,
  kind text not null,
  facts jsonb not null default '{}',
  at timestamptz not null default now(),
  seen_at timestamptz
);
create index notice_worker on app.notice (worker_id, at desc);
call app.protect('notice');
create policy staff_read on app.notice for select to peyvand_staff using (worker_id = (select app.me()));
create policy staff_change on app.notice for update to peyvand_staff using (worker_id = (select app.me()));
grant select on app.notice to peyvand_staff;
grant update (seen_at) on app.notice to peyvand_staff;

-- Tells a colleague of the same agency; what is told is a kind and plain facts, no case content.
create function app.tell(to_worker uuid, of_kind text, with_facts jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.notice (worker_id, kind, facts)
  select w.id, of_kind, with_facts from app.worker w
  where w.id = to_worker and w.agency_id = app.my_agency();
end $$;

grant execute on function app.my_cases(text), app.my_writable_cases(text), app.can_see_group(uuid, text),
  app.can_write_group(uuid, text), app.my_agency(), app.my_roles(), app.tell(uuid, text, jsonb)
  to peyvand_staff, peyvand_definer, peyvand_jobs;
grant execute on function app.audit_row_hash(app.audit) to peyvand_definer, peyvand_jobs;

call app.give_definer_functions();
