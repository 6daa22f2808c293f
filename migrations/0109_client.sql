-- An answer link is bound to one subject: a referral that a partner answers, or a client's own sight
-- of who can see his or her case.
alter table app.answer_link
  alter column referral_id drop not null,
  add column person_id uuid,
  add foreign key (case_id, person_id) references app.case_person (case_id, person_id),
  add check ((referral_id is null) <> (person_id is null));

-- Whoever leads the team hands a client this sight.
alter policy staff_add on app.answer_link
  with check (case_id = any ((select app.my_writable_cases('core'))::uuid[])
    and (person_id is null or app.leads_team(case_id)));

-- The client's own ends with the client's life or part in the case, and not by sealing the case: it
-- is about him or her.
create or replace function app.answer_link_opens(l app.answer_link) returns boolean
language sql stable set search_path = pg_catalog as $$
  select l.withdrawn_at is null and l.expires_at > now() and l.tries < 5
    and case when l.person_id is null
      then exists (select from app.referral r where r.id = l.referral_id and app.may_share(r)
        and r.status not in ('draft', 'completed', 'cancelled', 'declined', 'stopped', 'entered_in_error'))
      else exists (select from app.case_person cp join app.person p on p.id = cp.person_id
        where cp.case_id = l.case_id and cp.person_id = l.person_id and cp.part = 'client' and p.died_on is null)
    end
$$;

-- What the client reads of a case: who sees it and why, who came in an emergency, who looked. Names
-- of workers and kinds of information; no word of what is kept, and nobody else of the household.
create function app.client_sight(with_session bytea) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  l app.answer_link;
begin
  select * into l from app.answer_link a
  where a.session_hash = with_session and a.session_until > now() and a.person_id is not null;
  if not found or not app.answer_link_opens(l) then return null; end if;
  return (
    select jsonb_build_object(
      'linkId', l.id, 'caseId', c.id, 'personId', l.person_id, 'agencyId', g.id,
      'agencyName', g.name, 'agencyLanguage', g.language, 'timeZone', g.time_zone, 'caseNumber', c.number,
      'expiresAt', l.expires_at,
      'people', coalesce((select jsonb_agg(jsonb_build_object('fullName', w.full_name,
          'agencyName', case when w.agency_id <> c.agency_id then o.name end,
          'groups', x.groups, 'mayWrite', x.may_write, 'why', x.why, 'until', nullif(x.until, 'infinity'))
          order by x.why <> 'team:case_manager', x.cause <> 'team', w.full_name, x.cause)
        from app.case_access x join app.worker w on w.id = x.user_id and w.ended_at is null
        join app.agency o on o.id = w.agency_id
        where x.case_id = c.id and x.until > now()), '[]'),
      'partners', coalesce((select jsonb_agg(jsonb_build_object('recipientName', k.recipient_name,
          'organisationName', o.name, 'serviceName', s.name, 'groups', r.shared_groups, 'until', k.expires_at)
          order by k.id)
        from app.answer_link k join app.referral r on r.id = k.referral_id
        join app.service s on s.id = r.service_id join app.organisation o on o.id = s.organisation_id
        where k.case_id = c.id and k.person_id is null and app.answer_link_opens(k)), '[]'),
      'emergencies', coalesce((select jsonb_agg(jsonb_build_object('fullName', w.full_name, 'category', e.category,
          'beganAt', e.began_at, 'endedAt', least(coalesce(e.ended_at, e.until), e.until), 'finding', e.finding)
          order by e.began_at desc)
        from app.emergency_access e join app.worker w on w.id = e.worker_id where e.case_id = c.id), '[]'),
      'looks', coalesce((select jsonb_agg(jsonb_build_object('at', u.at, 'fullName', w.full_name,
          'verb', u.verb, 'inEmergency', coalesce(u.reason like 'emergency:%', false)) order by u.seq desc)
        from (select * from app.audit a
          where a.cases @> array[c.id] and a.outcome = 'done'
            and (a.user_id is not null or a.verb in ('openLink', 'answerByLink', 'openSight'))
          order by a.seq desc limit 2000) u
        left join app.worker w on w.id = u.user_id), '[]'))
    from app.case_file c join app.agency g on g.id = c.agency_id
    where c.id = l.case_id);
end $$;

grant execute on function app.client_sight(bytea) to peyvand_client;
set local role peyvand_definer;
grant execute on function app.open_answer_link(bytea, bytea, bytea) to peyvand_client;
-- Nothing of what a client asks is queued.
set local role peyvand_jobs;
revoke execute on function app.enqueue(text, json, text) from peyvand_client;
set local role peyvand_owner;

-- ---------------------------------------------------------------- walls inside one file

-- A note or a document that only one person of the case may be shown or given; the team reads it as
-- its group says. The reason stands for the last time the wall was moved.
alter table app.note
  add column only_for uuid,
  add column wall_reason text not null default '',
  add foreign key (case_id, only_for) references app.case_person (case_id, person_id);
grant update (only_for, wall_reason) on app.note to peyvand_staff;

alter table app.document
  add column only_for uuid,
  add column wall_reason text not null default '',
  add foreign key (case_id, only_for) references app.case_person (case_id, person_id);
grant update (only_for, wall_reason) on app.document to peyvand_staff;

-- Taking a wall down, or giving it to somebody else, lets others see: it has a reason of its own.
create function app.keep_wall() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if new.only_for is distinct from old.only_for and new.wall_reason = '' then
    raise exception 'reason_missing' using errcode = 'PV422';
  end if;
  return new;
end $$;
create trigger keep_wall before update on app.note
  for each row when (old.status <> 'draft' and old.only_for is not null) execute function app.keep_wall();
create trigger keep_wall before update on app.document
  for each row when (old.only_for is not null) execute function app.keep_wall();

call app.give_definer_functions();
