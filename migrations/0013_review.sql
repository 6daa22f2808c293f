-- 5 Review, closure and follow-up.
create table app.review (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  plan_id uuid,
  on_day date not null,
  participants text not null,
  client_says text not null default '',
  client_says_missing text not null default '',
  -- goal id → { level, remark }
  attainment jsonb not null default '{}',
  t_score numeric,
  t_baseline numeric,
  needs_changed text not null default '',
  decision text not null check (decision in ('continue', 'revise', 'step_down', 'transfer', 'close')),
  decision_reason text not null,
  next_on date,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  foreign key (case_id, plan_id) references app.plan (case_id, id),
  check (client_says <> '' or client_says_missing <> '')
);
create index review_case on app.review (case_id, on_day desc);
call app.protect_case_table('review', 'plan');

create table app.closure (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  episode int not null,
  -- the last review before it
  review_id uuid,
  opened_on date not null,
  closed_on date not null,
  reason text not null check (reason in
    ('goals_met', 'client_wish', 'moved', 'transferred', 'lost_contact', 'died', 'not_eligible_any_more', 'other')),
  reason_words text not null,
  client_says text not null default '',
  remaining_risk text not null,
  aftercare text not null,
  reopened_on date,
  reopen_reason text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  unique (case_id, episode),
  foreign key (case_id, review_id) references app.review (case_id, id)
);
call app.protect_case_table('closure', 'core');

create table app.follow_up (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  closure_id uuid not null,
  months int not null,
  due_on date not null,
  done_on date,
  done_by uuid references app.worker,
  reached boolean,
  how_now text not null default '',
  cancelled_reason text not null default '',
  created_at timestamptz not null default now(),
  version int not null default 1,
  foreign key (case_id, closure_id) references app.closure (case_id, id)
);
create index follow_up_case on app.follow_up (case_id, due_on);
call app.protect_case_table('follow_up', 'core');
