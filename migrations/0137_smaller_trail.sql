-- What is kept for ever takes less room: the trail and the history are most of a database.

-- ---------------------------------------------------------------- the audit

-- Ids of requests are uuids, and numbers of transactions count up with the rows, so that a summary of
-- each few pages finds a range of them: an index with an entry for every row took a tenth of the trail.
-- Rows of before keep their hash, which was taken of the same words.
drop index app.audit_order;
alter table app.audit
  alter column request_id type uuid using request_id::uuid,
  alter column xid drop default,
  alter column xid type bigint using xid::text::bigint;
alter table app.audit alter column xid set default pg_current_xact_id()::text::bigint;
create index audit_order on app.audit using brin (xid) with (pages_per_range = 32, autosummarize = on);

set local role peyvand_definer;

create or replace function app.hash_audit_row() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.era := (select e.era from app.audit_era e);
  new.xid := pg_current_xact_id()::text::bigint;
  new.hash := app.audit_row_hash(new);
  new.host_agencies := (select array_agg(distinct c.agency_id) from app.case_file c
    where c.id = any (new.cases) and c.agency_id is distinct from new.agency_id);
  return new;
end $$;

create or replace function app.note_sign_in(of_worker uuid, step text, with_outcome text, of_request text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.audit (agency_id, user_id, verb, outcome, request_id)
  values ((select w.agency_id from app.worker w where w.id = of_worker), of_worker, step, with_outcome, of_request::uuid);
end $$;

set local role peyvand_owner;

-- ---------------------------------------------------------------- the history

set local role peyvand_definer;

-- Of a state only what the next one changed; the rest of it is said there. States kept whole before
-- now say everything themselves, so both are read alike. What other triggers reckon from the row
-- follows from it again.
create or replace function app.keep_history() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  before jsonb := to_jsonb(old);
  after jsonb;
begin
  new.version := old.version + 1;
  after := to_jsonb(new);
  insert into app.history (table_name, row_id, case_id, data_group, old)
  values (
    tg_table_name,
    old.id,
    case when tg_table_name = 'case_file' then old.id else (before ->> 'case_id')::uuid end,
    coalesce(before ->> 'data_group', tg_argv[0]),
    (select jsonb_object_agg(b.key, b.value) from jsonb_each(before) b where b.value is distinct from after -> b.key)
  );
  return new;
end $$;

set local role peyvand_owner;

create aggregate app.jsonb_over(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');

-- The earlier states of a row, whole, from what it is now; the function that asks decides who reads them.
create function app.past_states(of_table text, of_row uuid, is_now jsonb)
returns table (id bigint, state jsonb, changed_at timestamptz, changed_by uuid)
language sql stable set search_path = pg_catalog as $$
  select h.id, is_now || app.jsonb_over(h.old) over (order by h.id desc), h.changed_at, h.changed_by
  from app.history h where h.row_id = of_row and h.table_name = of_table
$$;
revoke execute on function app.past_states(text, uuid, jsonb), app.jsonb_over(jsonb) from public;
grant execute on function app.past_states(text, uuid, jsonb), app.jsonb_over(jsonb) to peyvand_definer;

set local role peyvand_definer;

create or replace function app.request_steps(of_request uuid)
returns table (at timestamptz, worker_id uuid, full_name text, status text, reason text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from app.request r where r.id = of_request and r.desk_id = any (app.my_desks()))
    and not exists (select from app.case_file c where c.request_id = of_request and app.can_see_group(c.id, 'core')) then
    return;
  end if;
  return query
  with state as (
    select (p.state ->> 'version')::int as n, p.state ->> 'status' as status, p.state ->> 'reason' as reason,
      p.changed_at as ended_at, p.changed_by as ended_by
    from app.request r cross join app.past_states('request', r.id, to_jsonb(r)) p where r.id = of_request
    union all
    select r.version, r.status, r.reason, null, null from app.request r where r.id = of_request
  ), begun as (
    select s.*, lag(s.ended_at) over w as begun_at, lag(s.ended_by) over w as begun_by,
      lag(s.status) over w as status_before
    from state s window w as (order by s.n)
  )
  select coalesce(b.begun_at, r.received_at), coalesce(b.begun_by, r.created_by), w.full_name, b.status, b.reason
  from begun b
  join app.request r on r.id = of_request
  left join app.worker w on w.id = coalesce(b.begun_by, r.created_by)
  where b.status is distinct from b.status_before
  order by b.n;
end $$;

set local role peyvand_owner;

-- ---------------------------------------------------------------- the commands

-- With the answer goes what it was an answer to: where the command went and what it said. Its id and
-- whose it was stay for ever, and so nothing is done twice.
grant update (endpoint, body_hash) on app.command to peyvand_jobs;
alter policy jobs_forget on app.command with check (answer is null and endpoint = '' and body_hash = '');
call app.give_definer_functions();
