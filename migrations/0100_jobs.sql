-- Anybody at work may ask for a named task; only the job runner's own login carries it out.
-- The payload names rows by id, so that nothing personal waits in the queue.
create function app.enqueue(task text, payload json, key text default null) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if task !~ '^[a-z][a-z0-9-]{2,60}$' then
    raise exception 'a task is named in lower case: %', task using errcode = '22023';
  end if;
  if octet_length(payload::text) > 2000 then
    raise exception 'the payload of % holds ids only', task using errcode = '22023';
  end if;
  perform graphile_worker.add_job(identifier => task, payload => payload, job_key => key);
end $$;

revoke all on function app.enqueue(text, json, text) from public;
grant execute on function app.enqueue(text, json, text)
  to peyvand_staff, peyvand_partner, peyvand_client, peyvand_auth, peyvand_jobs;
grant usage, create on schema app to peyvand_jobs;
alter function app.enqueue(text, json, text) owner to peyvand_jobs;
revoke create on schema app from peyvand_jobs;
