-- Programmes, desks, practice models, and the request at an intake desk.
create table app.practice_model (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  code text not null,
  edition int not null default 1,
  name_fa text not null,
  name_en text not null,
  content jsonb not null,
  effective_on date not null,
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (agency_id, code, edition)
);
call app.protect_agency_table('practice_model');

create table app.programme (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  code text not null,
  name_fa text not null,
  name_en text not null,
  -- eligibility as data: age, area, need, capacity
  rules jsonb not null default '[]',
  capacity int check (capacity >= 0),
  confidential boolean not null default false,
  practice_model_id uuid references app.practice_model,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (agency_id, code)
);
call app.protect_agency_table('programme');

create table app.desk (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  programme_id uuid not null references app.programme,
  name text not null,
  phone text not null default '',
  created_at timestamptz not null default now(),
  version int not null default 1
);
call app.protect_agency_table('desk');

create table app.desk_member (
  desk_id uuid not null references app.desk,
  worker_id uuid not null references app.worker,
  since timestamptz not null default now(),
  until timestamptz not null default 'infinity',
  primary key (worker_id, desk_id) include (until)
);
call app.protect('desk_member');
create policy staff_read on app.desk_member for select to peyvand_staff using (worker_id = (select app.me()));
grant select on app.desk_member to peyvand_staff;

create function app.my_desks() returns uuid[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
begin
  return coalesce((select array_agg(m.desk_id) from app.desk_member m
    where m.worker_id = nullif(current_setting('app.user_id', true), '')::uuid and m.until > now()), '{}');
end $$;

create table app.request (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  desk_id uuid not null references app.desk,
  programme_id uuid not null references app.programme,
  source text not null check (source in
    ('self', 'family', 'neighbour', 'school', 'court', 'police', 'hospital', 'hotline', 'outreach', 'agency', 'other')),
  source_detail text not null default '',
  presenting_problem text not null,
  need_domains text[] not null default '{}',
  area text not null default '',
  status text not null default 'received' check (status in
    ('received', 'guided', 'eligible', 'ineligible', 'waitlisted', 'accepted', 'declined', 'withdrawn')),
  eligibility jsonb,
  reason text not null default '',
  told_on date,
  objection_way text not null default '',
  guidance_given text not null default '',
  waitlist_priority int not null default 0,
  waitlisted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references app.worker,
  received_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  case_id uuid,
  version int not null default 1
);
create index request_desk on app.request (desk_id, status, id);

create table app.request_person (
  request_id uuid not null references app.request,
  person_id uuid not null references app.person,
  part text not null check (part in ('client', 'household', 'informant', 'mentioned')),
  created_at timestamptz not null default now(),
  primary key (request_id, person_id)
);
create index request_person_person on app.request_person (person_id, request_id);

call app.protect('request');
create policy staff_read on app.request for select to peyvand_staff using (desk_id = any ((select app.my_desks())::uuid[]));
create policy staff_add on app.request for insert to peyvand_staff
  with check (desk_id = any ((select app.my_desks())::uuid[]) and agency_id = (select app.my_agency()) and case_id is null);
create policy staff_change on app.request for update to peyvand_staff using (desk_id = any ((select app.my_desks())::uuid[]));
grant select, insert, update on app.request to peyvand_staff;
call app.keep_versions('request');

call app.protect('request_person');
-- runs under the policy of `request`: whoever sees the request sees who it is about
create policy staff_read on app.request_person for select to peyvand_staff
  using (request_id in (select r.id from app.request r));
grant select on app.request_person to peyvand_staff;
