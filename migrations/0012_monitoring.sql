-- 4 Monitoring: contacts and their notes, tasks, progress on goals, and what is due.
create table app.contact (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  kind text not null check (kind in
    ('call', 'office_visit', 'home_visit', 'school_visit', 'court', 'message', 'meeting')),
  reached boolean not null default true,
  happened_at timestamptz not null,
  minutes int not null default 0 check (minutes between 0 and 1440),
  travel_minutes int not null default 0 check (travel_minutes between 0 and 1440),
  with_persons uuid[] not null default '{}',
  with_others text not null default '',
  place text not null default '',
  purpose text not null default '',
  worker_id uuid not null references app.worker,
  entered_in_error text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id)
);
create index contact_case on app.contact (case_id, happened_at desc);
call app.protect_case_table('contact', 'core');

create table app.note (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  data_group text not null default 'notes',
  contact_id uuid,
  format text not null check (format in ('soap', 'dap', 'birp', 'girp', 'free')),
  -- section code → text
  sections jsonb not null default '{}',
  status text not null default 'draft' check (status in ('draft', 'signed', 'amended')),
  signed_at timestamptz,
  signed_by uuid references app.worker,
  amends uuid references app.note,
  amend_reason text not null default '',
  author_id uuid not null default app.me() references app.worker,
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (case_id, id),
  foreign key (case_id, contact_id) references app.contact (case_id, id)
);
create index note_case on app.note (case_id, created_at desc);
create index note_contact on app.note (contact_id);
create unique index note_one_amendment on app.note (amends) where amends is not null;
call app.protect('note');
-- What is still being written is its author's alone; signed, it is read by whoever reads notes.
create policy staff_read on app.note for select to peyvand_staff
  using (app.can_see_group(case_id, data_group) and (status <> 'draft' or author_id = (select app.me())));
create policy staff_add on app.note for insert to peyvand_staff
  with check (app.can_write_group(case_id, data_group) and author_id = (select app.me())
    and coalesce(signed_by, author_id) = author_id);
create policy staff_change on app.note for update to peyvand_staff
  using (app.can_write_group(case_id, data_group) and (status <> 'draft' or author_id = (select app.me())))
  with check (coalesce(signed_by, author_id) = author_id);
grant select, insert, update (format, sections, status, signed_at, signed_by) on app.note to peyvand_staff;

-- What was signed stays as it was: it is amended by a note of its own.
create function app.keep_signed_note() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if (new.format, new.sections, new.signed_at, new.signed_by, new.status = 'draft')
    is distinct from (old.format, old.sections, old.signed_at, old.signed_by, false) then
    raise exception 'note_signed' using errcode = 'PV409';
  end if;
  return new;
end $$;
create trigger keep_signed before update on app.note
  for each row when (old.status <> 'draft') execute function app.keep_signed_note();

-- The same holds for what a draft said before: it leaves no history that colleagues could read.
create function app.raise_version() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger raise_version before update on app.note
  for each row when (old.status = 'draft') execute function app.raise_version();
create trigger keep_history before update on app.note
  for each row when (old.status <> 'draft') execute function app.keep_history('notes');

-- Notes not signed yet, as a number for each author: words and days stay with the author.
create function app.unsigned_notes(of_case uuid) returns table (author_id uuid, full_name text, notes int)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not app.can_see_group(of_case, 'core') then return; end if;
  return query select n.author_id, w.full_name, count(*)::int
  from app.note n join app.worker w on w.id = n.author_id
  where n.case_id = of_case and n.status = 'draft'
  group by n.author_id, w.full_name order by w.full_name;
end $$;

create table app.task (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  title text not null,
  kind text not null default 'task' check (kind in ('task', 'appointment')),
  due_on date not null,
  due_time time,
  place text not null default '',
  worker_id uuid not null references app.worker,
  done_at timestamptz,
  done_by uuid references app.worker,
  dropped_reason text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id)
);
create index task_case on app.task (case_id);
create index task_open on app.task (case_id, due_on) where done_at is null;
call app.protect_case_table('task', 'core');

create table app.goal_progress (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  goal_id uuid not null,
  contact_id uuid,
  on_day date not null,
  level int not null check (level between -2 and 2),
  said text not null default '',
  judged_by text not null check (judged_by in ('client', 'worker', 'shared')),
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  foreign key (case_id, goal_id) references app.goal (case_id, id),
  foreign key (case_id, contact_id) references app.contact (case_id, id)
);
create index goal_progress_case on app.goal_progress (case_id, on_day desc);
call app.protect_case_table('goal_progress', 'plan', false);

grant execute on function app.unsigned_notes(uuid) to peyvand_staff;

call app.give_definer_functions();
