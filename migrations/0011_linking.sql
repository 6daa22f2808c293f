-- 3 Linking: consent, referral to a service, its steps, and answer links for people without an account.
create table app.consent (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  person_id uuid not null references app.person,
  -- by whom it was given, and with what standing, where not by the person
  given_by uuid references app.person,
  standing text not null default 'self' check (standing in
    ('self', 'natural_guardian', 'custody', 'appointed_guardian', 'trustee', 'host_family')),
  child_assent text not null default '',
  discloser text not null,
  groups text[] not null check (cardinality(groups) > 0),
  recipient_id uuid references app.organisation,
  recipient_name text not null,
  purpose text not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  how text not null check (how in ('signed', 'spoken', 'link')),
  witness text not null default '',
  signature text not null default '',
  withdraw_how text not null,
  not_depending text not null default '',
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  check (how <> 'spoken' or witness <> ''),
  check (how <> 'signed' or signature <> '')
);
create index consent_case on app.consent (case_id);
call app.protect_case_table('consent', 'core');
-- What was consented to never changes; it is withdrawn, and given anew.
revoke update on app.consent from peyvand_staff;
grant update (withdrawn_at, withdrawn_reason) on app.consent to peyvand_staff;

create table app.referral (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  need_id uuid not null,
  action_id uuid,
  service_id uuid not null references app.service,
  consent_id uuid,
  status text not null default 'draft' check (status in
    ('draft', 'sent', 'accepted', 'started', 'waiting', 'completed', 'declined', 'cancelled', 'stopped', 'entered_in_error')),
  status_reason text not null default '',
  note text not null default '',
  -- on what ground anything is disclosed; a referral without consent names another
  basis text not null default 'consent' check (basis in ('consent', 'law', 'court', 'vital_interest')),
  basis_words text not null default '',
  -- what the partner is given to read, by data group
  shared_groups text[] not null default '{}',
  do_not_contact_client boolean not null default false,
  client_choice text not null default '',
  sent_at timestamptz,
  seen_at timestamptz,
  answer_expected_on date,
  outcome text check (outcome in
    ('got_help', 'partly', 'not_eligible', 'no_capacity', 'not_reached', 'no_longer_wanted', 'referred_elsewhere')),
  outcome_note text not null default '',
  outcome_by text check (outcome_by in ('client', 'partner')),
  outcome_on date,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  unique (case_id, id),
  foreign key (case_id, need_id) references app.need (case_id, id),
  foreign key (case_id, action_id) references app.action (case_id, id),
  foreign key (case_id, consent_id) references app.consent (case_id, id),
  check ((outcome is null) = (outcome_by is null)),
  check (basis = 'consent' or basis_words <> '')
);
create index referral_case on app.referral (case_id);
create unique index referral_one_open on app.referral (need_id, service_id)
  where status in ('draft', 'sent', 'accepted', 'started', 'waiting');
call app.protect_case_table('referral', 'core');

create table app.referral_step (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  referral_id uuid not null,
  from_status text not null,
  to_status text not null,
  by_side text not null check (by_side in ('us', 'partner')),
  worker_id uuid references app.worker,
  reason text not null default '',
  at timestamptz not null default now(),
  foreign key (case_id, referral_id) references app.referral (case_id, id)
);
create index referral_step_case on app.referral_step (case_id);
call app.protect_case_table('referral_step', 'core', false);

-- A link by which someone without an account answers: 256 random bits made by the worker's browser,
-- kept here as a hash; bound to one referral and one recipient.
create table app.answer_link (
  id uuid primary key,
  case_id uuid not null references app.case_file,
  referral_id uuid not null,
  recipient_name text not null,
  token_hash bytea not null unique,
  -- of the six digits printed under the code to scan
  code_hash bytea not null,
  tries int not null default 0,
  session_hash bytea unique,
  session_until timestamptz,
  expires_at timestamptz not null,
  opened_at timestamptz,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  foreign key (case_id, referral_id) references app.referral (case_id, id)
);
create index answer_link_referral on app.answer_link (referral_id);
create index answer_link_case on app.answer_link (case_id);
call app.protect_case_table('answer_link', 'core');
revoke update on app.answer_link from peyvand_staff;
grant update (withdrawn_at) on app.answer_link to peyvand_staff;

-- ---------------------------------------------------------------- what the holder of a link may do

-- Sharing that rests on a consent ends with it, whatever has begun meanwhile.
create function app.may_share(r app.referral) returns boolean
language sql stable set search_path = pg_catalog as $$
  select r.basis <> 'consent' or exists (select from app.consent k
    where k.id = r.consent_id and k.withdrawn_at is null and k.until_on >= current_date)
$$;

-- Five tries; a right code opens a short session. Answers 'open', 'wrong' or 'not_usable', and
-- counts a wrong try, so the caller commits whatever the answer.
create function app.open_answer_link(with_token bytea, with_code bytea, new_session bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare l app.answer_link;
begin
  select * into l from app.answer_link a where a.token_hash = with_token for update;
  if not found or l.withdrawn_at is not null or l.expires_at <= now() or l.tries >= 5
    or exists (select from app.referral r where r.id = l.referral_id and (not app.may_share(r)
      or r.status in ('draft', 'completed', 'cancelled', 'declined', 'stopped', 'entered_in_error'))) then
    return 'not_usable';
  end if;
  if l.code_hash <> with_code then
    update app.answer_link a set tries = a.tries + 1 where a.id = l.id;
    return 'wrong';
  end if;
  update app.answer_link a set tries = 0, session_hash = new_session,
    session_until = now() + interval '30 minutes', opened_at = coalesce(a.opened_at, now())
  where a.id = l.id;
  update app.referral r set seen_at = now() where r.id = l.referral_id and r.seen_at is null;
  return 'open';
end $$;

-- What consent, or another ground, lets the recipient read; nothing else of the case.
create function app.linked_referral(with_session bytea) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog as $$
declare l app.answer_link;
begin
  select * into l from app.answer_link a
  where a.session_hash = with_session and a.session_until > now() and a.withdrawn_at is null and a.expires_at > now();
  if not found then return null; end if;
  return (
    select jsonb_build_object(
      'referralId', r.id, 'caseId', r.case_id, 'version', r.version, 'status', r.status,
      'agencyId', g.id, 'agencyName', g.name, 'agencyLanguage', g.language, 'agencyCalendar', g.calendar,
      'recipientName', l.recipient_name, 'serviceName', s.name, 'sentAt', r.sent_at, 'note', r.note,
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
    where r.id = l.referral_id and app.may_share(r));
end $$;

-- The recipient's answer. Which step is lawful was asked of the rules; here it is bound to the
-- status and version they saw.
create function app.answer_by_link(
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
  if r.version <> seen_version or r.status <> from_step then return false; end if;
  update app.referral x set status = coalesce(to_step, x.status),
    status_reason = case when to_step is null then x.status_reason else why end,
    outcome = coalesce(result, x.outcome), outcome_note = case when result is null then x.outcome_note else result_note end,
    outcome_by = case when result is null then x.outcome_by else 'partner' end,
    outcome_on = case when result is null then x.outcome_on else on_day end
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

create function app.close_link_session(with_session bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update app.answer_link set session_until = now() where session_hash = with_session
$$;

grant execute on function app.open_answer_link(bytea, bytea, bytea), app.linked_referral(bytea), app.close_link_session(bytea),
  app.answer_by_link(bytea, uuid, int, text, text, text, text, text, date) to peyvand_partner;

call app.give_definer_functions();
