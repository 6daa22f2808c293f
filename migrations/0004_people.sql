-- People and their world: what is true of the person, whoever asks.
create function app.normalise_name(name text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  select trim(regexp_replace(
    translate(
      lower(regexp_replace(
        normalize(translate(normalize(name, NFKC),
          'يىكةۀأإآٱؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
          'ییکههااااوی01234567890123456789'), NFD),
        U&'[\0300-\036F\064B-\065F\0670\0640\0621]', '', 'g')),
      U&'\200C\200D\200E\200F-‐‑–—_.''’،', '              '),
    '\s+', ' ', 'g'))
$$;

create table app.person (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  given_name text not null,
  family_name text not null,
  other_names text[] not null default '{}',
  father_name text not null default '',
  sex text not null default 'unknown' check (sex in ('female', 'male', 'other', 'unknown')),
  born_on date,
  born_precision text not null default 'unknown'
    check (born_precision in ('day', 'month', 'year', 'about', 'unknown')),
  died_on date,
  national_id text,
  national_id_missing text not null default '',
  languages text[] not null default '{}',
  interpreter_needed boolean not null default false,
  literacy text not null default 'unknown' check (literacy in ('reads', 'some', 'none', 'unknown')),
  disability text not null default '',
  safe_contact text not null default '',
  -- only mentioned in somebody's case: in nobody's search until they ask for help themselves
  mentioned_only boolean not null default false,
  name_key text generated always as
    (app.normalise_name(given_name || ' ' || family_name)) stored,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  check ((born_on is null) = (born_precision = 'unknown'))
);
create index person_name on app.person using gin (name_key public.gin_trgm_ops);
create index person_national_id on app.person (agency_id, national_id) where national_id is not null;
create index person_born on app.person (agency_id, born_on);

create table app.phone_number (
  id uuid primary key,
  person_id uuid not null references app.person,
  number text not null,
  label text not null default '',
  safe_to_call boolean not null default true,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index phone_number_person on app.phone_number (person_id);
create index phone_number_number on app.phone_number (number);

create table app.address (
  id uuid primary key,
  person_id uuid not null references app.person,
  lines text not null,
  area text not null default '',
  postal_code text not null default '',
  since date,
  until date,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index address_person on app.address (person_id);

create table app.household (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  name text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1
);

create table app.household_member (
  id uuid primary key,
  household_id uuid not null references app.household,
  person_id uuid not null references app.person,
  role text not null default '',
  is_head boolean not null default false,
  since date,
  until date,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index household_member_person on app.household_member (person_id);
create index household_member_household on app.household_member (household_id);

create table app.relationship (
  id uuid primary key,
  person_id uuid not null references app.person,
  other_id uuid not null references app.person check (other_id <> person_id),
  -- what `person` is to `other`
  kind text not null check (kind in
    ('parent', 'adoptive_parent', 'step_parent', 'foster_parent', 'grandparent', 'sibling', 'twin',
     'spouse', 'partner', 'former_spouse', 'aunt_uncle', 'cousin', 'guardian', 'carer', 'friend', 'other')),
  since date,
  until date,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1
);
create index relationship_person on app.relationship (person_id);
create index relationship_other on app.relationship (other_id);

-- Every look-up before registering: who asked, when, whom it showed. Limits it, and lets the
-- person found be tied to a request without a second guess.
create table app.look_up (
  id uuid primary key,
  worker_id uuid not null default app.me(),
  found uuid[] not null,
  at timestamptz not null default clock_timestamp()
);
create index look_up_worker on app.look_up (worker_id, at desc);
