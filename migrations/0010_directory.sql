-- Directory of services (راهنمای خدمات): shared by all agencies, each row with one steward.
-- Rows that came from a file keep the id they have there, so that the next import knows them again.
-- What a source no longer names is withdrawn, never deleted.

-- Informal resources (a neighbours' group, a charity without papers) are never published: only
-- their own agency reads them. For every other row the reader is nobody in particular.
create function app.reader_of(kind text, steward_agency_id uuid) returns uuid
language sql immutable parallel safe set search_path = pg_catalog as $$
  select case kind when 'informal' then steward_agency_id
    else '00000000-0000-0000-0000-000000000000'::uuid end
$$;

create table app.directory_import (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  source text not null,
  format text not null check (format in ('hsds_tabular', 'hsds_json', 'ohana')),
  licence text not null,
  attribution text not null,
  language text not null,
  files jsonb not null,
  changes jsonb not null,
  imported_at timestamptz not null default now(),
  imported_by uuid not null default app.me(),
  version int not null default 1
);
create index directory_import_source on app.directory_import (steward_agency_id, source, imported_at desc);

create table app.organisation (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  import_id uuid references app.directory_import deferrable initially deferred,
  parent_id uuid references app.organisation deferrable initially deferred,
  name text not null check (name <> ''),
  alternate_name text not null default '',
  description text not null default '',
  email text not null default '',
  website text not null default '',
  extra jsonb not null default '{}',
  name_key text not null generated always as (app.normalise_name(name || ' ' || alternate_name)) stored,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (id, kind),
  unique (id, kind, steward_agency_id),
  unique (steward_agency_id, source, source_id),
  check ((source is null) = (source_id is null))
);
create index organisation_name on app.organisation (name_key, id);

create table app.service (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  import_id uuid references app.directory_import deferrable initially deferred,
  organisation_id uuid not null,
  programme text not null default '',
  name text not null check (name <> ''),
  alternate_name text not null default '',
  description text not null default '',
  email text not null default '',
  website text not null default '',
  status text not null default 'active'
    check (status in ('active', 'inactive', 'defunct', 'temporarily_closed')),
  audience text not null default '',
  eligibility text not null default '',
  minimum_age numeric check (minimum_age >= 0),
  maximum_age numeric check (maximum_age >= minimum_age),
  accepts_sex text check (accepts_sex in ('female', 'male')),
  fees text not null default '',
  -- null: nobody said whether it costs anything
  free boolean,
  application_process text not null default '',
  wait_time text not null default '',
  interpretation text not null default '',
  accreditations text not null default '',
  licences text not null default '',
  alert text not null default '',
  keywords text[] not null default '{}',
  -- the needs it answers, and who says so
  need_domains text[] not null default '{}',
  domains_from text not null default 'nobody'
    check (domains_from in ('nobody', 'taxonomy', 'keywords', 'steward')),
  -- spoken everywhere in the directory it came from, besides the languages named one by one
  main_language text not null default '',
  last_confirmed_on date,
  -- names, keywords and categories under which it is searched, normalised as names are
  words_key text not null default '',
  extra jsonb not null default '{}',
  name_key text not null generated always as (app.normalise_name(name || ' ' || alternate_name)) stored,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (id, kind, steward_agency_id),
  unique (steward_agency_id, source, source_id),
  foreign key (organisation_id, kind) references app.organisation (id, kind) on update cascade,
  check ((source is null) = (source_id is null)),
  check ((need_domains = '{}') = (domains_from = 'nobody'))
);
create index service_name on app.service (name_key, id) where withdrawn_at is null;
create index service_organisation on app.service (organisation_id);
create index service_domains on app.service using gin (need_domains) where withdrawn_at is null;

create table app.service_confirmation (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  service_id uuid not null,
  confirmed_on date not null,
  how text not null check (how in ('phone', 'visit', 'website', 'letter', 'provider')),
  parts text[] not null check (cardinality(parts) > 0
    and parts <@ '{hours,phones,address,eligibility,cost,languages,papers,capacity,status}'::text[]),
  note text not null default '',
  confirmed_by uuid not null default app.me(),
  created_at timestamptz not null default now(),
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade
);
create index service_confirmation_service on app.service_confirmation (service_id, confirmed_on desc);

-- A place is two rows: that there is one, and where it is. Where a place is secret (a safe house),
-- everything that leads to it is read by nobody; only its organisation's name is left.
create table app.location (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  import_id uuid references app.directory_import deferrable initially deferred,
  organisation_id uuid,
  secret boolean not null default false,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (id, kind, secret),
  unique (id, kind, steward_agency_id, secret),
  unique (steward_agency_id, source, source_id),
  foreign key (organisation_id, kind) references app.organisation (id, kind) on update cascade,
  check ((source is null) = (source_id is null))
);
create index location_organisation on app.location (organisation_id);

create table app.location_detail (
  location_id uuid primary key,
  location_secret boolean not null default false,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  place text not null default 'physical' check (place in ('physical', 'postal', 'virtual')),
  name text not null default '',
  alternate_name text not null default '',
  description text not null default '',
  transport text not null default '',
  website text not null default '',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  extra jsonb not null default '{}',
  foreign key (location_id, kind, steward_agency_id, location_secret)
    references app.location (id, kind, steward_agency_id, secret) on update cascade
);

create table app.service_at_location (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  service_id uuid not null,
  location_id uuid not null,
  location_secret boolean not null default false,
  description text not null default '',
  extra jsonb not null default '{}',
  withdrawn_at timestamptz,
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade,
  foreign key (location_id, kind, location_secret)
    references app.location (id, kind, secret) on update cascade
);
create index service_at_location_service on app.service_at_location (service_id);
create index service_at_location_location on app.service_at_location (location_id);

create table app.directory_address (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  location_id uuid not null,
  location_secret boolean not null default false,
  place text not null default 'physical' check (place in ('physical', 'postal', 'virtual')),
  attention text not null default '',
  lines text not null default '',
  city text not null default '',
  region text not null default '',
  province text not null default '',
  postal_code text not null default '',
  country text not null default '',
  extra jsonb not null default '{}',
  area_key text not null generated always as
    (app.normalise_name(city || ' ' || region || ' ' || province)) stored,
  withdrawn_at timestamptz,
  foreign key (location_id, kind, steward_agency_id, location_secret)
    references app.location (id, kind, steward_agency_id, secret) on update cascade
);
create index directory_address_location on app.directory_address (location_id);

-- Rows that belong to an organisation, a service, a place, or a service at a place.
create table app.directory_contact (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  organisation_id uuid,
  service_id uuid,
  location_id uuid,
  location_secret boolean not null default false,
  name text not null default '',
  title text not null default '',
  department text not null default '',
  email text not null default '',
  extra jsonb not null default '{}',
  withdrawn_at timestamptz,
  foreign key (organisation_id, kind, steward_agency_id)
    references app.organisation (id, kind, steward_agency_id) on update cascade,
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade,
  foreign key (location_id, kind, steward_agency_id, location_secret)
    references app.location (id, kind, steward_agency_id, secret) on update cascade,
  check (num_nonnulls(organisation_id, service_id, location_id) > 0)
);

create table app.directory_phone (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  organisation_id uuid,
  service_id uuid,
  location_id uuid,
  location_secret boolean not null default false,
  contact_id uuid references app.directory_contact,
  number text not null check (number <> ''),
  extension text not null default '',
  line text not null default 'voice'
    check (line in ('voice', 'mobile', 'text', 'hotline', 'fax', 'textphone', 'other')),
  description text not null default '',
  extra jsonb not null default '{}',
  withdrawn_at timestamptz,
  foreign key (organisation_id, kind, steward_agency_id)
    references app.organisation (id, kind, steward_agency_id) on update cascade,
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade,
  foreign key (location_id, kind, steward_agency_id, location_secret)
    references app.location (id, kind, steward_agency_id, secret) on update cascade,
  check (num_nonnulls(organisation_id, service_id, location_id) > 0)
);

create table app.directory_schedule (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  service_id uuid,
  location_id uuid,
  location_secret boolean not null default false,
  weekdays text[] not null default '{}' check (weekdays <@ '{MO,TU,WE,TH,FR,SA,SU}'::text[]),
  opens_at time,
  closes_at time,
  closed boolean not null default false,
  valid_from date,
  valid_to date,
  every_year boolean not null default false,
  description text not null default '',
  extra jsonb not null default '{}',
  withdrawn_at timestamptz,
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade,
  foreign key (location_id, kind, steward_agency_id, location_secret)
    references app.location (id, kind, steward_agency_id, secret) on update cascade,
  check (num_nonnulls(service_id, location_id) > 0)
);

create table app.directory_language (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  service_id uuid,
  location_id uuid,
  location_secret boolean not null default false,
  phone_id uuid references app.directory_phone,
  code text not null default '',
  name text not null default '',
  note text not null default '',
  extra jsonb not null default '{}',
  withdrawn_at timestamptz,
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade,
  foreign key (location_id, kind, steward_agency_id, location_secret)
    references app.location (id, kind, steward_agency_id, secret) on update cascade,
  check (num_nonnulls(service_id, location_id, phone_id) > 0)
);

create table app.directory_accessibility (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  location_id uuid not null,
  location_secret boolean not null default false,
  code text,
  description text not null default '',
  details text not null default '',
  extra jsonb not null default '{}',
  withdrawn_at timestamptz,
  foreign key (location_id, kind, steward_agency_id, location_secret)
    references app.location (id, kind, steward_agency_id, secret) on update cascade
);

create table app.service_cost (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  service_id uuid not null,
  option text not null default '',
  amount numeric check (amount >= 0),
  currency text not null default '',
  description text not null default '',
  valid_from date,
  valid_to date,
  extra jsonb not null default '{}',
  withdrawn_at timestamptz,
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade
);

create table app.service_area (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  service_id uuid not null,
  name text not null default '',
  description text not null default '',
  level text check (level in ('country', 'province', 'city', 'district')),
  extra jsonb not null default '{}',
  name_key text not null generated always as (app.normalise_name(name)) stored,
  withdrawn_at timestamptz,
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade
);

create table app.service_document (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  service_id uuid not null,
  document text not null default '',
  link text not null default '',
  extra jsonb not null default '{}',
  withdrawn_at timestamptz,
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade
);

create table app.taxonomy_term (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  code text not null default '',
  name text not null,
  description text not null default '',
  taxonomy text not null default '',
  parent_id uuid references app.taxonomy_term deferrable initially deferred,
  extra jsonb not null default '{}',
  withdrawn_at timestamptz
);

create table app.service_term (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text,
  source_id text,
  service_id uuid not null,
  term_id uuid not null references app.taxonomy_term,
  extra jsonb not null default '{}',
  withdrawn_at timestamptz,
  foreign key (service_id, kind, steward_agency_id)
    references app.service (id, kind, steward_agency_id) on update cascade
);

-- Rows of tables of the standard that nothing here uses yet, kept whole.
create table app.directory_kept_row (
  id uuid primary key,
  steward_agency_id uuid not null references app.agency,
  kind text not null default 'formal' check (kind in ('formal', 'informal')),
  reader_agency_id uuid not null generated always as (app.reader_of(kind, steward_agency_id)) stored,
  source text not null,
  source_id text not null,
  of_table text not null,
  content jsonb not null,
  withdrawn_at timestamptz
);

-- ---------------------------------------------------------------- who may see and write a row

create function app.directory_readers() returns uuid[]
language sql stable parallel safe set search_path = pg_catalog as
$$ select array['00000000-0000-0000-0000-000000000000'::uuid, app.my_agency()] $$;

do $$
declare t text;
begin
  foreach t in array array['organisation', 'service', 'service_confirmation', 'location', 'service_cost',
    'service_area', 'service_document', 'taxonomy_term', 'service_term', 'directory_kept_row'] loop
    call app.protect(t);
    execute format('create policy staff_read on app.%I for select to peyvand_staff
      using (reader_agency_id = any ((select app.directory_readers())::uuid[]))', t);
  end loop;
  foreach t in array array['location_detail', 'service_at_location', 'directory_address', 'directory_contact',
    'directory_phone', 'directory_schedule', 'directory_language', 'directory_accessibility'] loop
    call app.protect(t);
    execute format('create policy staff_read on app.%I for select to peyvand_staff
      using (not location_secret and reader_agency_id = any ((select app.directory_readers())::uuid[]))', t);
  end loop;
  foreach t in array array['organisation', 'service', 'service_confirmation', 'location', 'service_cost',
    'service_area', 'service_document', 'taxonomy_term', 'service_term', 'directory_kept_row',
    'location_detail', 'service_at_location', 'directory_address', 'directory_contact',
    'directory_phone', 'directory_schedule', 'directory_language', 'directory_accessibility'] loop
    execute format('create policy staff_add on app.%I for insert to peyvand_staff
      with check (steward_agency_id = (select app.my_agency()))', t);
    execute format('grant select, insert on app.%I to peyvand_staff', t);
    if t <> 'service_confirmation' then
      execute format('create policy staff_change on app.%I for update to peyvand_staff
        using (steward_agency_id = (select app.my_agency()))', t);
      execute format('grant update on app.%I to peyvand_staff', t);
    end if;
    if t not in ('organisation', 'service', 'location', 'location_detail', 'service_confirmation') then
      execute format('create unique index %I on app.%I (steward_agency_id, source, source_id%s)',
        t || '_source', t, case t when 'directory_kept_row' then ', of_table' else '' end);
    end if;
  end loop;
  -- Rows are looked up from what they belong to.
  foreach t in array array['directory_contact', 'directory_phone', 'directory_schedule', 'directory_language',
    'service_cost', 'service_area', 'service_document', 'service_term'] loop
    execute format('create index on app.%I (service_id)', t);
  end loop;
  foreach t in array array['directory_contact', 'directory_phone', 'directory_schedule', 'directory_language',
    'directory_accessibility'] loop
    execute format('create index on app.%I (location_id)', t);
  end loop;
  foreach t in array array['directory_contact', 'directory_phone'] loop
    execute format('create index on app.%I (organisation_id)', t);
  end loop;
end $$;

call app.protect('directory_import');
-- Licence and attribution go wherever the rows are shown.
create policy staff_read on app.directory_import for select to peyvand_staff using (true);
create policy staff_add on app.directory_import for insert to peyvand_staff
  with check (steward_agency_id = (select app.my_agency()) and 'administrator' = any (app.my_roles()));
grant select, insert on app.directory_import to peyvand_staff;

-- No history of places, addresses and telephones: an address made secret must not live on there.
call app.keep_versions('organisation');
call app.keep_versions('service');
call app.keep_versions('location');

grant execute on function app.reader_of(text, uuid), app.directory_readers()
  to peyvand_staff, peyvand_definer, peyvand_jobs;
