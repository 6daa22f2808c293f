-- The token of a partner's system is bound to one organisation of the directory. It lists, reads and
-- answers the referrals that this agency sent there, while they are shared; without an organisation
-- it reaches nothing.
alter table auth.machine_token
  add column organisation_id uuid references app.organisation,
  -- how often it came within the minute in which it last came
  add column calls_from timestamptz,
  add column calls int not null default 0,
  add check (kind = 'partner_system' or organisation_id is null);

create index referral_service on app.referral (service_id, id);

-- Whose system it is: said by the server, for one transaction, after the token was verified.
create function app.partner_token() returns uuid
language sql stable parallel safe set search_path = pg_catalog as
$$ select nullif(current_setting('app.partner_token', true), '')::uuid $$;

create function app.partner_agency() returns uuid
language sql stable parallel safe set search_path = pg_catalog as
$$ select nullif(current_setting('app.partner_agency', true), '')::uuid $$;

create function app.partner_organisation() returns uuid
language sql stable parallel safe set search_path = pg_catalog as
$$ select nullif(current_setting('app.partner_organisation', true), '')::uuid $$;

-- A command belongs to whoever gave it: a worker, or the token of a partner's system.
create policy partner_read on app.command for select to peyvand_partner using (user_id = (select app.partner_token()));
create policy partner_add on app.command for insert to peyvand_partner with check (user_id = (select app.partner_token()));
create policy partner_change on app.command for update to peyvand_partner using (user_id = (select app.partner_token()));
grant select, insert, update (answer) on app.command to peyvand_partner;

-- ---------------------------------------------------------------- what links and systems have in common

-- What consent, or another ground, lets a recipient read; nothing else of the case.
create function app.shown_referral(of_referral uuid, recipient text) returns jsonb
language sql stable set search_path = pg_catalog as $$
  select jsonb_build_object(
    'referralId', r.id, 'caseId', r.case_id, 'version', r.version, 'status', r.status,
    'agencyId', g.id, 'agencyName', g.name, 'agencyLanguage', g.language, 'agencyCalendar', g.calendar,
    'recipientName', recipient, 'serviceName', s.name, 'sentAt', r.sent_at, 'note', r.note,
    'answerExpectedOn', r.answer_expected_on, 'doNotContactClient', r.do_not_contact_client,
    'worker', (select jsonb_build_object('fullName', w.full_name, 'phone', w.phone) from app.worker w where w.id = r.created_by),
    'client', jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name,
      'bornOn', p.born_on, 'bornPrecision', p.born_precision, 'safeContact', p.safe_contact,
      'languages', p.languages, 'interpreterNeeded', p.interpreter_needed,
      'phones', case when r.do_not_contact_client then '[]'::jsonb else coalesce((select jsonb_agg(n.number order by n.id)
        from app.phone_number n where n.person_id = p.id and n.ended_at is null and n.safe_to_call), '[]') end),
    'need', case when 'core' = any (r.shared_groups) then n.statement end,
    'consent', (select jsonb_build_object('purpose', k.purpose, 'groups', k.groups, 'untilOn', k.until_on)
      from app.consent k where k.id = r.consent_id),
    'steps', coalesce((select jsonb_agg(jsonb_build_object('to', t.to_status, 'bySide', t.by_side, 'at', t.at, 'reason',
        case when t.by_side = 'partner' then t.reason else '' end) order by t.at, t.id)
      from app.referral_step t where t.referral_id = r.id), '[]'),
    'outcome', r.outcome)
  from app.referral r
  join app.case_file c on c.id = r.case_id
  join app.agency g on g.id = c.agency_id
  join app.person p on p.id = c.client_id
  join app.service s on s.id = r.service_id
  join app.need n on n.id = r.need_id
  where r.id = of_referral and app.may_share(r)
$$;

-- A partner's answer to a referral that the caller holds. Which step is lawful was asked of the
-- rules; here it is bound to the status and version they saw.
create function app.take_partner_answer(
  r app.referral, step_id uuid, seen_version int, from_step text, to_step text, why text,
  result text, result_note text, on_day date
) returns boolean
language plpgsql set search_path = pg_catalog as $$
begin
  if r.version <> seen_version or r.status <> from_step then return false; end if;
  update app.referral x set status = coalesce(to_step, x.status),
    status_reason = case when to_step is null then x.status_reason else why end,
    outcome = coalesce(result, x.outcome), outcome_note = case when result is null then x.outcome_note else result_note end,
    outcome_by = case when result is null then x.outcome_by else 'partner' end,
    outcome_on = case when result is null then x.outcome_on else on_day end,
    seen_at = coalesce(x.seen_at, now())
  where x.id = r.id;
  if to_step is not null then
    insert into app.referral_step (id, case_id, referral_id, from_status, to_status, by_side, reason)
    values (step_id, r.case_id, r.id, from_step, to_step, 'partner', why);
  end if;
  update app.due d set ended_at = now() where d.case_id = r.case_id and d.subject_id = r.id and d.rule = 'referral_silent' and d.ended_at is null;
  insert into app.notice (worker_id, kind, facts)
  select t.worker_id, 'partner_answered', jsonb_build_object('caseId', r.case_id, 'referralId', r.id, 'to', coalesce(to_step, result))
  from app.team_member t where t.case_id = r.case_id and t.ended_at is null and t.role = 'case_manager';
  return true;
end $$;

revoke execute on function app.shown_referral(uuid, text),
  app.take_partner_answer(app.referral, uuid, int, text, text, text, text, text, date) from public;
grant execute on function app.shown_referral(uuid, text),
  app.take_partner_answer(app.referral, uuid, int, text, text, text, text, text, date) to peyvand_definer;

set local role peyvand_definer;

create or replace function app.linked_referral(with_session bytea) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog as $$
declare l app.answer_link;
begin
  select * into l from app.answer_link a
  where a.session_hash = with_session and a.session_until > now() and a.withdrawn_at is null and a.expires_at > now();
  if not found then return null; end if;
  return app.shown_referral(l.referral_id, l.recipient_name);
end $$;

create or replace function app.answer_by_link(
  with_session bytea, step_id uuid, seen_version int, from_step text, to_step text, why text,
  result text, result_note text, on_day date
) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare r app.referral;
begin
  select x.* into r from app.answer_link a join app.referral x on x.id = a.referral_id
  where a.session_hash = with_session and a.session_until > now() and a.withdrawn_at is null and a.expires_at > now()
  for update of x;
  if not found or not app.may_share(r) then raise exception 'link_not_usable' using errcode = 'PV410'; end if;
  return app.take_partner_answer(r, step_id, seen_version, from_step, to_step, why, result, result_note, on_day);
end $$;

set local role peyvand_owner;

-- ---------------------------------------------------------------- what a partner's system may do

-- Sent by the token's agency to a service of the token's organisation, and shared now.
create function app.reaches_partner(r app.referral) returns boolean
language sql stable set search_path = pg_catalog as $$
  select r.sent_at is not null and r.status not in ('draft', 'entered_in_error') and app.may_share(r)
    and exists (select from app.service s where s.id = r.service_id and s.organisation_id = app.partner_organisation())
    and exists (select from app.case_file c where c.id = r.case_id and c.agency_id = app.partner_agency())
$$;

create function app.partner_sees_referral(of_referral uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from app.referral r where r.id = of_referral and app.reaches_partner(r));
end $$;

-- Newest first, below `before`: where each stands, and no person's data.
create function app.list_partner_referrals(before uuid, page int) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'caseId', r.case_id, 'serviceName', r.service_name,
      'status', r.status, 'sentAt', r.sent_at, 'seenAt', r.seen_at, 'answerExpectedOn', r.answer_expected_on,
      'outcome', r.outcome, 'version', r.version) order by r.id desc), '[]')
    from (select r.*, s.name as service_name from app.referral r join app.service s on s.id = r.service_id
      where s.organisation_id = app.partner_organisation() and (before is null or r.id < before) and app.reaches_partner(r)
      order by r.id desc limit page) r);
end $$;

-- Whoever reads it has seen it.
create function app.read_partner_referral(of_referral uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare r app.referral;
begin
  select * into r from app.referral x where x.id = of_referral and app.reaches_partner(x);
  if not found then return null; end if;
  update app.referral x set seen_at = now() where x.id = r.id and x.seen_at is null;
  return app.shown_referral(r.id, (select o.name from app.organisation o where o.id = app.partner_organisation()));
end $$;

-- Held until the transaction ends: where it stands, for the rules to say which step is lawful.
create function app.hold_partner_referral(of_referral uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare r app.referral;
begin
  select * into r from app.referral x where x.id = of_referral for update;
  if not found or not app.reaches_partner(r) then return null; end if;
  return jsonb_build_object('caseId', r.case_id, 'status', r.status, 'outcome', r.outcome, 'version', r.version);
end $$;

create function app.answer_as_partner(
  of_referral uuid, step_id uuid, seen_version int, from_step text, to_step text, why text,
  result text, result_note text, on_day date
) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare r app.referral;
begin
  select * into r from app.referral x where x.id = of_referral for update;
  if not found or not app.reaches_partner(r) then raise exception 'not_found' using errcode = 'PV404'; end if;
  return app.take_partner_answer(r, step_id, seen_version, from_step, to_step, why, result, result_note, on_day);
end $$;

grant execute on function app.partner_sees_referral(uuid), app.list_partner_referrals(uuid, int),
  app.read_partner_referral(uuid), app.hold_partner_referral(uuid),
  app.answer_as_partner(uuid, uuid, int, text, text, text, text, text, date) to peyvand_partner;

-- ---------------------------------------------------------------- what the client is told

-- Looks of a partner's system stand among those of the partners.
set local role peyvand_definer;

create or replace function app.client_sight(with_session bytea) returns jsonb
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
            and (a.user_id is not null or a.verb in ('openLink', 'answerByLink', 'openSight',
              'listSentReferrals', 'readSentReferral', 'answerSentReferral'))
          order by a.seq desc limit 2000) u
        left join app.worker w on w.id = u.user_id), '[]'))
    from app.case_file c join app.agency g on g.id = c.agency_id
    where c.id = l.case_id);
end $$;

set local role peyvand_owner;

call app.give_definer_functions();
