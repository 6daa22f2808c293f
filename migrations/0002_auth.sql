-- Who somebody is. This schema belongs to peyvand_auth alone: no worker's request reaches it, and
-- nothing of a client is in it. `login.id` is the id of the worker in schema app.
create schema auth;
grant usage on schema auth to peyvand_auth;

create table auth.login (
  id uuid primary key,
  name text not null default '',
  user_name text not null unique,
  email text unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- `token` alone opens nothing: the cookie carries it signed with a key that is not in the database.
create table auth.session (
  id uuid primary key,
  user_id uuid not null references auth.login on delete cascade,
  token text not null unique,
  ip_address text,
  user_agent text,
  -- Kept when the id of the session is changed, so that changing it never prolongs it.
  signed_in_at timestamptz not null,
  -- When the password or the second factor was last shown.
  proved_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_by_user on auth.session (user_id);

create table auth.credential (
  id uuid primary key,
  user_id uuid not null references auth.login on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_user on auth.credential (user_id);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

-- Secret and back-up codes are encrypted with a key outside the database.
create table auth.second_factor (
  id uuid primary key,
  user_id uuid not null unique references auth.login on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);

-- A code of the second factor counts once, though it is right for a minute and a half.
create table auth.used_code (
  user_id uuid not null references auth.login on delete cascade,
  code_hash bytea not null,
  until timestamptz not null,
  primary key (user_id, code_hash)
);

-- Failed tries per account and per address; keys are keyed hashes, so nobody is named here.
create table auth.attempt (
  key bytea primary key,
  failures int not null,
  failed_at timestamptz not null,
  blocked_until timestamptz
);

-- The code an administrator prints for a worker: one at a time, used once, only its hash is kept.
create table auth.reset_code (
  user_id uuid primary key references auth.login on delete cascade,
  code_hash bytea not null,
  made_by uuid references auth.login on delete set null,
  made_at timestamptz not null,
  until timestamptz not null
);

-- Bearer tokens of machines. A token of kind person acts as that worker and no further than its
-- scopes; one of a partner system acts as nobody of the agency.
create table auth.machine_token (
  id uuid primary key,
  agency_id uuid not null,
  user_id uuid references auth.login on delete cascade,
  kind text not null check (kind in ('person', 'partner_system')),
  name text not null,
  token_hash bytea not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  made_by uuid references auth.login on delete set null,
  made_at timestamptz not null,
  until timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check ((kind = 'person') = (user_id is not null))
);
create index machine_token_agency on auth.machine_token (agency_id);
create index machine_token_user on auth.machine_token (user_id);

-- The code printed in the terminal while no agency exists: one row at most.
create table auth.set_up_code (
  id boolean primary key default true check (id),
  code_hash bytea not null,
  made_at timestamptz not null
);

grant select, insert, update, delete on all tables in schema auth to peyvand_auth;

-- Who types an unknown name is checked against this account, which nobody can have: the password
-- was random and is lost. So an unknown name costs exactly what a known one does.
insert into auth.login (id, name, user_name)
values ('00000000-0000-7000-8000-000000000000', '', 'nobody at all');
insert into auth.credential (id, user_id, account_id, provider_id, password)
values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000000',
  '00000000-0000-7000-8000-000000000000', 'credential',
  '$argon2id$v=19$m=19456,t=2,p=1$Zo2+VseOLVFcJ5omjrv/DQ$bn1ViGHWg3FQChqFORLQne1DLsXYp1P/ymZKNxreH7A');
