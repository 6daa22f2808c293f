-- These say no more than an expression. With a search path of their own they were called for each
-- row; their names are settled when they are made, and the planner puts them where they stand.
create or replace function app.me() returns uuid
language sql stable parallel safe
begin atomic
  select nullif(pg_catalog.current_setting('app.user_id', true), '')::uuid;
end;

create or replace function app.directory_readers() returns uuid[]
language sql stable parallel safe
begin atomic
  select array['00000000-0000-0000-0000-000000000000'::uuid, app.my_agency()];
end;

-- The same rule as has_left(team_member), for a query that has the worker already in hand.
create function app.has_left(ended_at timestamptz, returned_at timestamptz, on_team_since timestamptz) returns boolean
language sql immutable parallel safe
begin atomic
  select ended_at is not null or coalesce(on_team_since <= returned_at, false);
end;

create or replace function app.has_left(m app.team_member) returns boolean
language sql stable set search_path = pg_catalog as $$
  select exists (select from app.worker w
    where w.id = m.worker_id and app.has_left(w.ended_at, w.returned_at, m.created_at))
$$;
