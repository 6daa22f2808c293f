-- Mails that wait to be sent or have gone. What they say is made when they go: no code, no link and
-- no word of a case is kept here, and the address is forgotten once a mail is closed.
create table app.mail (
  id uuid primary key,
  kind text not null check (kind in ('reset_code', 'answer_link', 'link_code')),
  -- the worker, or the answer link, it is about
  subject_id uuid not null,
  address text not null,
  language text not null check (language in ('fa', 'en')),
  asked_at timestamptz not null default now(),
  -- after this nobody has any use for it
  until timestamptz not null,
  failures int not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'late', 'not_needed')),
  closed_at timestamptz,
  check ((state = 'waiting') = (closed_at is null)),
  check (state = 'waiting' or address = '')
);
create index mail_subject on app.mail (subject_id, asked_at);
create index mail_state on app.mail (state, closed_at);
call app.protect('mail');

-- Codes sent by mail for a new password. Apart from the printed one, which an asking stranger must
-- not be able to replace; several may be good at once, and the first one used ends them all.
create table auth.mailed_code (
  id uuid primary key,
  user_id uuid not null references auth.login on delete cascade,
  code_hash bytea not null,
  made_at timestamptz not null,
  until timestamptz not null
);
create index mailed_code_user on auth.mailed_code (user_id);
grant select, insert, update, delete on auth.mailed_code to peyvand_auth;

-- A link that went by mail opens with a code sent to the same address at every opening; one on
-- paper has no address, and its code is good as long as the link.
alter table app.answer_link
  add column email text not null default '',
  add column language text not null default 'fa' check (language in ('fa', 'en')),
  add column code_until timestamptz,
  add check ((email = '') = (code_until is null));

-- An account without an address, or one that has ended, goes the same way and sends nothing.
create function app.ask_reset_mail(new_mail uuid, of_worker uuid, to_address text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare w app.worker; goes boolean;
begin
  select * into w from app.worker x where x.id = of_worker and x.ended_at is null;
  goes := w.id is not null and to_address <> '';
  insert into app.mail (id, kind, subject_id, address, language, until, state, closed_at)
  values (new_mail, 'reset_code', of_worker, case when goes then to_address else '' end, coalesce(w.language, 'fa'),
    now() + interval '30 minutes', case when goes then 'waiting' else 'not_needed' end, case when not goes then now() end);
end $$;

-- A password was chosen with a mailed code: the worker and the supervisor are told.
create function app.tell_reset_by_mail(of_worker uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.notice (worker_id, kind, facts)
  select t.id, 'password_reset_by_mail', jsonb_build_object('workerId', w.id, 'fullName', w.full_name)
  from app.worker w join app.worker t on t.id = w.id or t.id = w.supervisor_id
  where w.id = of_worker;
end $$;

create function app.mail_answer_link(new_mail uuid, of_link uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.mail (id, kind, subject_id, address, language, until)
  select new_mail, 'answer_link', l.id, l.email, l.language, least(l.expires_at, now() + interval '2 days')
  from app.answer_link l
  where l.id = of_link and l.created_by = app.me() and l.email <> '' and l.withdrawn_at is null;
  if not found then raise exception 'not_found' using errcode = 'PV404'; end if;
end $$;

create function app.answer_link_opens(l app.answer_link) returns boolean
language sql stable set search_path = pg_catalog as $$
  select l.withdrawn_at is null and l.expires_at > now() and l.tries < 5
    and exists (select from app.referral r where r.id = l.referral_id and app.may_share(r)
      and r.status not in ('draft', 'completed', 'cancelled', 'declined', 'stopped', 'entered_in_error'))
$$;

-- A fresh code for the registered address; the one before it is worth nothing any more. Answers
-- 'asked', 'wait' after five in an hour, or 'not_usable'.
create function app.ask_link_code(new_mail uuid, with_token bytea, new_code bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare l app.answer_link;
begin
  select * into l from app.answer_link a where a.token_hash = with_token for update;
  if not found or l.email = '' or not app.answer_link_opens(l) then return 'not_usable'; end if;
  if (select count(*) from app.mail m where m.subject_id = l.id and m.kind = 'link_code'
      and m.asked_at > now() - interval '1 hour') >= 5 then
    return 'wait';
  end if;
  update app.answer_link a set code_hash = new_code, code_until = now() + interval '10 minutes' where a.id = l.id;
  insert into app.mail (id, kind, subject_id, address, language, until)
  values (new_mail, 'link_code', l.id, l.email, l.language, now() + interval '10 minutes');
  return 'asked';
end $$;

-- How the mail with this link went; nothing of what it said.
create function app.link_mail_state(of_link uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select m.state from app.mail m where m.subject_id = of_link and m.kind = 'answer_link'
    order by m.asked_at desc limit 1);
end $$;

create function app.close_mail(of_mail uuid, new_state text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.mail m set state = new_state, closed_at = now(), address = ''
  where m.id = of_mail and m.state = 'waiting';
end $$;

create function app.count_mail_failure(of_mail uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.mail m set failures = m.failures + 1 where m.id = of_mail;
end $$;

set local role peyvand_definer;

-- Five tries; a right code opens a short session. Answers 'open', 'wrong', 'expired' or
-- 'not_usable', and counts a wrong try, so the caller commits whatever the answer. A mailed code
-- opens once.
create or replace function app.open_answer_link(with_token bytea, with_code bytea, new_session bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare l app.answer_link;
begin
  select * into l from app.answer_link a where a.token_hash = with_token for update;
  if not found or not app.answer_link_opens(l) then return 'not_usable'; end if;
  if l.code_until <= now() then return 'expired'; end if;
  if l.code_hash <> with_code then
    update app.answer_link a set tries = a.tries + 1 where a.id = l.id;
    return 'wrong';
  end if;
  update app.answer_link a set tries = 0, session_hash = new_session,
    session_until = now() + interval '30 minutes', opened_at = coalesce(a.opened_at, now()),
    code_until = case when a.code_until is not null then now() end
  where a.id = l.id;
  update app.referral r set seen_at = now() where r.id = l.referral_id and r.seen_at is null;
  return 'open';
end $$;

set local role peyvand_owner;

grant execute on function app.ask_reset_mail(uuid, uuid, text), app.tell_reset_by_mail(uuid) to peyvand_auth;
grant execute on function app.mail_answer_link(uuid, uuid), app.link_mail_state(uuid) to peyvand_staff;
grant execute on function app.ask_link_code(uuid, bytea, bytea) to peyvand_partner;
grant execute on function app.close_mail(uuid, text), app.count_mail_failure(uuid) to peyvand_jobs;

call app.give_definer_functions();
