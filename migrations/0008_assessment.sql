-- 1 Assessment: instruments, their administrations, and what was found.
create table app.instrument (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  code text not null,
  edition text not null,
  title_fa text not null,
  title_en text not null,
  -- by language: what it is for, and under which terms it may be used
  purpose jsonb not null default '{}',
  licence jsonb not null default '{}',
  source text not null default '',
  data_group text not null check (data_group in
    ('core', 'family', 'plan', 'notes', 'health', 'substance_use', 'school', 'legal', 'money')),
  -- FHIR R4 Questionnaire and our scoring block, as they were imported
  questionnaire jsonb not null,
  scoring jsonb,
  -- by language: original, validated or unvalidated wording
  translation jsonb not null default '{}',
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (agency_id, code, edition)
);
call app.protect_agency_table('instrument');
-- A published edition never changes; it can only be taken out of use.
revoke update on app.instrument from peyvand_staff;
grant update (retired_at) on app.instrument to peyvand_staff;

create table app.assessment (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  data_group text not null,
  instrument_id uuid not null references app.instrument,
  person_id uuid not null references app.person,
  informant text not null default 'client'
    check (informant in ('client', 'family', 'carer', 'teacher', 'worker', 'other')),
  informant_name text not null default '',
  -- the language in which it was given
  language text not null default 'fa' check (language ~ '^[a-z]{2,3}$'),
  status text not null default 'draft' check (status in ('draft', 'completed', 'amended', 'entered_in_error')),
  -- linkId → answers
  answers jsonb not null default '{}',
  scores jsonb,
  client_view text not null default '',
  client_view_missing text not null default '',
  -- what was asked and agreed when an answer opened a protocol
  protocol_words text not null default '',
  protocol_at timestamptz,
  protocol_by uuid references app.worker,
  amends uuid references app.assessment,
  amend_reason text not null default '',
  error_reason text not null default '',
  started_at timestamptz not null default now(),
  completed_at timestamptz,
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  check (status not in ('completed', 'amended') or
    (completed_at is not null and (client_view <> '' or client_view_missing <> ''))),
  check (status <> 'entered_in_error' or error_reason <> ''),
  check (amends is null or amend_reason <> '')
);
create index assessment_case on app.assessment (case_id, completed_at desc);
create unique index assessment_one_amendment on app.assessment (amends) where amends is not null and status <> 'entered_in_error';
create unique index assessment_one_draft on app.assessment (case_id, person_id, instrument_id) where status = 'draft' and amends is null;
call app.protect_grouped_table('assessment');

-- What was completed stays as it was: it is amended by a row of its own.
create function app.keep_completed_assessment() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if (new.case_id, new.person_id, new.instrument_id, new.data_group, new.amends)
    is distinct from (old.case_id, old.person_id, old.instrument_id, old.data_group, old.amends)
    or old.status <> 'draft' and
    (new.answers, new.scores, new.informant, new.informant_name, new.language, new.client_view,
     new.client_view_missing, new.completed_at, new.started_at)
    is distinct from
    (old.answers, old.scores, old.informant, old.informant_name, old.language, old.client_view,
     old.client_view_missing, old.completed_at, old.started_at)
  then
    raise exception 'assessment_completed' using errcode = 'PV409';
  end if;
  return new;
end $$;
create trigger keep_completed before update on app.assessment
  for each row execute function app.keep_completed_assessment();

create table app.problem (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  assessment_id uuid,
  level text not null check (level in ('person', 'family', 'environment')),
  domain text not null check (domain in
    ('housing', 'income', 'food', 'physical_health', 'mental_health', 'substance_use', 'education',
     'work', 'safety', 'legal', 'family_relations', 'caregiving', 'social_participation',
     'culture_and_faith', 'transport', 'documents', 'functioning')),
  client_words text not null default '',
  worker_words text not null default '',
  ended_on date,
  ended_words text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  foreign key (case_id, assessment_id) references app.assessment (case_id, id),
  check (client_words <> '' or worker_words <> '')
);
create index problem_case on app.problem (case_id);
call app.protect_case_table('problem', 'core');

create table app.need (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  number int not null,
  assessment_id uuid,
  problem_id uuid,
  person_id uuid references app.person,
  level text not null check (level in ('person', 'family', 'environment')),
  domain text not null check (domain in
    ('housing', 'income', 'food', 'physical_health', 'mental_health', 'substance_use', 'education',
     'work', 'safety', 'legal', 'family_relations', 'caregiving', 'social_participation',
     'culture_and_faith', 'transport', 'documents', 'functioning')),
  statement text not null,
  severity int not null check (severity between 0 and 4),
  urgency text not null default 'normal' check (urgency in ('normal', 'watch', 'urgent', 'crisis')),
  whose_view text not null check (whose_view in ('client', 'family', 'worker', 'shared')),
  evidence text not null default '',
  found_on date not null,
  -- why no goal answers it: postponed for scarcity, the client's wish …
  set_aside text check (set_aside in ('scarcity', 'client_wish', 'answered_elsewhere', 'not_now')),
  set_aside_reason text not null default '',
  meanwhile text not null default '',
  set_aside_by uuid references app.worker,
  set_aside_on date,
  outcome text check (outcome in ('met', 'partly_met', 'unmet')),
  outcome_reason text not null default '',
  outcome_on date,
  -- how much was needed and how much came, where that can be said
  needed_amount text not null default '',
  received_amount text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  unique (case_id, number),
  foreign key (case_id, assessment_id) references app.assessment (case_id, id),
  foreign key (case_id, problem_id) references app.problem (case_id, id),
  check ((outcome is null) = (outcome_on is null)),
  check (outcome is distinct from 'unmet' or outcome_reason <> ''),
  check (set_aside is null or (set_aside_reason <> '' and set_aside_by is not null and set_aside_on is not null)),
  check (set_aside is distinct from 'scarcity' or meanwhile <> '')
);
call app.protect_case_table('need', 'core');

-- What a person made of a need that answers suggested: it became a need, or was declined with a reason.
create table app.need_proposal (
  case_id uuid not null references app.case_file,
  assessment_id uuid not null,
  rule text not null,
  need_id uuid,
  declined_reason text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  primary key (assessment_id, rule),
  foreign key (case_id, assessment_id) references app.assessment (case_id, id),
  foreign key (case_id, need_id) references app.need (case_id, id),
  check ((need_id is null) = (declined_reason <> ''))
);
create index need_proposal_case on app.need_proposal (case_id);
call app.protect_case_table('need_proposal', 'core', false);

create table app.barrier (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  need_id uuid not null,
  kind text not null check (kind in
    ('paper', 'money', 'distance', 'family_refusal', 'rule', 'language', 'shame', 'other')),
  what text not null,
  action text not null default '',
  ended_on date,
  ended_words text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  foreign key (case_id, need_id) references app.need (case_id, id)
);
create index barrier_need on app.barrier (need_id);
create index barrier_case on app.barrier (case_id);
call app.protect_case_table('barrier', 'core');

create table app.strength (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  assessment_id uuid,
  level text not null check (level in ('person', 'family', 'environment')),
  domain text not null check (domain in
    ('housing', 'income', 'food', 'physical_health', 'mental_health', 'substance_use', 'education',
     'work', 'safety', 'legal', 'family_relations', 'caregiving', 'social_participation',
     'culture_and_faith', 'transport', 'documents', 'functioning')),
  kind text not null default 'strength' check (kind in ('strength', 'resource', 'aspiration')),
  what text not null,
  whose_view text not null check (whose_view in ('client', 'family', 'worker', 'shared')),
  ended_on date,
  ended_words text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  foreign key (case_id, assessment_id) references app.assessment (case_id, id)
);
create index strength_case on app.strength (case_id);
call app.protect_case_table('strength', 'core');

-- Quality of a tie between two people as this case heard it.
create table app.relationship_quality (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  relationship_id uuid not null references app.relationship,
  quality text not null check (quality in ('close', 'fused', 'distant', 'conflictual', 'cut_off', 'abusive', 'caring')),
  since date,
  until date,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1
);
create index relationship_quality_case on app.relationship_quality (case_id);
call app.protect_case_table('relationship_quality', 'family');

-- A tie (ارتباط) of a person or the household with a system of the environment.
create table app.tie (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  person_id uuid references app.person,
  system text not null check (system in
    ('school', 'work', 'health', 'welfare', 'faith', 'neighbours', 'peers', 'kin', 'legal', 'other')),
  name text not null,
  strength text not null check (strength in ('strong', 'ordinary', 'tenuous')),
  tension boolean not null default false,
  energy text not null default 'both' check (energy in ('to_us', 'from_us', 'both', 'none')),
  since date,
  until date,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1
);
create index tie_case on app.tie (case_id);
call app.protect_case_table('tie', 'family');
