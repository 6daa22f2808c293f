-- 3 Linking: consent, referral to a service, its steps, and answer links for people without an account.
create table app.consent (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  person_id uuid not null references app.person,
  -- by whom it was given, and with what standing, where not by the person
  given_by uuid references app.person,
  standing text not null default 'self' check (standing in
    ('self', 'natural_guardian', 'custody', 'appointed_guardian', 'trustee', 'host_family')),
  child_assent text not null default '',
  discloser text not null,
  groups text[] not null check (cardinality(groups) > 0),
  recipient_id uuid references app.organisation,
  recipient_name text not null,
  purpose text not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  how text not null check (how in ('signed', 'spoken', 'link')),
  witness text not null default '',
  signature text not null default '',
  withdraw_how text not null,
  not_depending text not null default '',
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  check (how <> 'spoken' or witness <> ''),
  check (how <> 'signed' or signature <> '')
);
create index consent_case on app.consent (case_id);
call app.protect_case_table('consent', 'core');

create table app.referral (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  need_id uuid not null,
  action_id uuid,
  service_id uuid not null references app.service,
  consent_id uuid,
  status text not null default 'draft' check (status in
    ('draft', 'sent', 'accepted', 'started', 'waiting', 'completed', 'declined', 'cancelled', 'stopped', 'entered_in_error')),
  status_reason text not null default '',
  note text not null default '',
  -- what the partner is given to read, by data group
  shared_groups text[] not null default '{}',
  do_not_contact_client boolean not null default false,
  client_choice text not null default '',
  sent_at timestamptz,
  seen_at timestamptz,
  answer_expected_on date,
  outcome text check (outcome in
    ('got_help', 'partly', 'not_eligible', 'no_capacity', 'not_reached', 'no_longer_wanted', 'referred_elsewhere')),
  outcome_note text not null default '',
  outcome_by text check (outcome_by in ('client', 'partner')),
  outcome_on date,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  foreign key (case_id, need_id) references app.need (case_id, id),
  foreign key (case_id, action_id) references app.action (case_id, id),
  foreign key (case_id, consent_id) references app.consent (case_id, id),
  check ((outcome is null) = (outcome_by is null))
);
create index referral_case on app.referral (case_id);
create unique index referral_one_open on app.referral (need_id, service_id)
  where status in ('draft', 'sent', 'accepted', 'started', 'waiting');
call app.protect_case_table('referral', 'core');

create table app.referral_step (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  referral_id uuid not null,
  from_status text not null,
  to_status text not null,
  by_side text not null check (by_side in ('us', 'partner')),
  worker_id uuid references app.worker,
  reason text not null default '',
  at timestamptz not null default now(),
  foreign key (case_id, referral_id) references app.referral (case_id, id)
);
create index referral_step_case on app.referral_step (case_id);
call app.protect_case_table('referral_step', 'core', false);

-- 256 random bits, stored hashed, bound to one subject and one recipient.
create table app.answer_link (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  kind text not null check (kind in ('referral')),
  subject_id uuid not null,
  recipient_name text not null,
  send_to text not null default '',
  token_hash bytea not null unique,
  code_hash bytea not null,
  tries int not null default 0,
  session_hash bytea unique,
  session_until timestamptz,
  expires_at timestamptz not null,
  opened_at timestamptz,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  foreign key (case_id, subject_id) references app.referral (case_id, id)
);
create index answer_link_subject on app.answer_link (subject_id);
create index answer_link_case on app.answer_link (case_id);
call app.protect_case_table('answer_link', 'core');
