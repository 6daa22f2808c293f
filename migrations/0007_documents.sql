-- Files on a case, in chunks of at most 1 MB, under the same access and the same backup.
create table app.document (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  data_group text not null,
  kind text not null,
  name text not null,
  content_type text not null,
  bytes int not null check (bytes between 1 and 26214400),
  sha256 bytea not null,
  given_by text not null default '',
  supersedes uuid references app.document,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  unique (case_id, id, data_group)
);
create index document_case on app.document (case_id);
call app.protect_grouped_table('document');
revoke update on app.document from peyvand_staff;
grant update (withdrawn_at, withdrawn_reason) on app.document to peyvand_staff;

create table app.document_chunk (
  document_id uuid not null,
  case_id uuid not null,
  data_group text not null,
  part int not null,
  content bytea not null check (length(content) <= 1048576),
  primary key (document_id, part),
  foreign key (case_id, document_id, data_group) references app.document (case_id, id, data_group)
);
call app.protect_grouped_table('document_chunk', false);
