-- 2 Plan: versions of the individual plan, goals that answer needs, actions, and the client's agreement.
create table app.plan (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  edition int not null,
  status text not null default 'draft' check (status in
    ('draft', 'proposed', 'agreed', 'partly_agreed', 'refused', 'in_force', 'superseded')),
  -- section code → { words } or { none: why }
  sections jsonb not null default '{}',
  proposed_at timestamptz,
  -- why a proposal was taken back to be changed
  taken_back_reason text not null default '',
  in_force_on date,
  superseded_on date,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  unique (case_id, edition),
  check (status not in ('in_force', 'superseded') or in_force_on is not null)
);
create unique index plan_one_in_force on app.plan (case_id) where status = 'in_force';
create unique index plan_one_in_hand on app.plan (case_id) where status in ('draft', 'proposed', 'agreed', 'partly_agreed');
call app.protect_case_table('plan', 'plan');

create table app.goal (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  plan_id uuid not null,
  -- the same goal in the edition before this one
  continues uuid references app.goal,
  number int not null,
  client_words text not null default '',
  client_words_missing text not null default '',
  professional_words text not null,
  readiness int check (readiness between 0 and 10),
  target_on date,
  weight int not null default 1 check (weight between 1 and 10),
  -- the five levels of attainment in words, from -2 to 2
  scale jsonb not null default '{}',
  baseline int check (baseline between -2 and 2),
  refused boolean not null default false,
  ended_on date,
  ended_words text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  unique (plan_id, number),
  check (client_words <> '' or client_words_missing <> ''),
  foreign key (case_id, plan_id) references app.plan (case_id, id)
);
create index goal_case on app.goal (case_id);
call app.protect_case_table('goal', 'plan');

create table app.goal_need (
  case_id uuid not null references app.case_file,
  goal_id uuid not null,
  need_id uuid not null,
  removed_at timestamptz,
  primary key (goal_id, need_id),
  foreign key (case_id, goal_id) references app.goal (case_id, id),
  foreign key (case_id, need_id) references app.need (case_id, id)
);
create index goal_need_case on app.goal_need (case_id);
call app.protect('goal_need');
create policy staff_read on app.goal_need for select to peyvand_staff using (case_id = any ((select app.my_cases('plan'))::uuid[]));
create policy staff_add on app.goal_need for insert to peyvand_staff with check (case_id = any ((select app.my_writable_cases('plan'))::uuid[]));
create policy staff_change on app.goal_need for update to peyvand_staff using (case_id = any ((select app.my_writable_cases('plan'))::uuid[]));
grant select, insert, update (removed_at) on app.goal_need to peyvand_staff;

create table app.goal_strength (
  case_id uuid not null references app.case_file,
  goal_id uuid not null,
  strength_id uuid not null,
  removed_at timestamptz,
  primary key (goal_id, strength_id),
  foreign key (case_id, goal_id) references app.goal (case_id, id),
  foreign key (case_id, strength_id) references app.strength (case_id, id)
);
create index goal_strength_case on app.goal_strength (case_id);
call app.protect('goal_strength');
create policy staff_read on app.goal_strength for select to peyvand_staff using (case_id = any ((select app.my_cases('plan'))::uuid[]));
create policy staff_add on app.goal_strength for insert to peyvand_staff with check (case_id = any ((select app.my_writable_cases('plan'))::uuid[]));
create policy staff_change on app.goal_strength for update to peyvand_staff using (case_id = any ((select app.my_writable_cases('plan'))::uuid[]));
grant select, insert, update (removed_at) on app.goal_strength to peyvand_staff;

create table app.action (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  goal_id uuid not null,
  -- the same action in the edition before this one
  continues uuid references app.action,
  kind text not null check (kind in
    ('direct_service', 'facilitation', 'accompaniment', 'referral', 'advocacy', 'skills_training', 'group',
     'mediation', 'crisis_response', 'treatment', 'rehabilitation', 'support_network', 'resource_development')),
  what text not null,
  who text not null check (who in ('worker', 'client', 'family', 'partner', 'other')),
  worker_id uuid references app.worker,
  who_name text not null default '',
  due_on date,
  frequency text not null default '',
  basis text not null default '' ,
  status text not null default 'planned' check (status in ('planned', 'under_way', 'done', 'dropped')),
  ended_on date,
  drop_reason text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  foreign key (case_id, goal_id) references app.goal (case_id, id),
  check (status <> 'dropped' or drop_reason <> '')
);
create index action_case on app.action (case_id);
create index action_goal on app.action (goal_id);
call app.protect_case_table('action', 'plan');

-- The client's answer, bound to the very text it was given to.
create table app.plan_agreement (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  plan_id uuid not null,
  answer text not null check (answer in ('agreed', 'partly_agreed', 'refused')),
  how text not null check (how in ('signature', 'recorded_word')),
  person_id uuid not null references app.person,
  -- { kind: drawn, path } or { kind: typed, name }
  signature jsonb,
  words text not null default '',
  -- goal by goal: accepted, accepted with a change, or refused, in the client's words
  goal_answers jsonb not null default '[]',
  -- where choice meets its limit: why, what is carried out all the same, and who decided
  limit_kind text check (limit_kind in ('danger', 'minor', 'court_order')),
  limit_words text not null default '',
  limit_decided_by text not null default '',
  plan_hash bytea not null,
  answered_on date not null,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  foreign key (case_id, plan_id) references app.plan (case_id, id),
  check ((how = 'signature') = (signature is not null)),
  check (how <> 'recorded_word' or words <> ''),
  check ((limit_kind is null) = (limit_words = '') and (limit_kind is null) = (limit_decided_by = ''))
);
create index plan_agreement_case on app.plan_agreement (case_id);
call app.protect_case_table('plan_agreement', 'plan', false);
