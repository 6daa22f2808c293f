-- What a partner answers is told to whoever manages the case, not to whoever has left it; and a case
-- manager learns when a worker's agency has yet to say which organisation of the directory it is.
create or replace function app.take_partner_answer(
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
  from app.team_member t where t.case_id = r.case_id and t.ended_at is null and t.role = 'case_manager' and not app.has_left(t);
  return true;
end $$;

set local role peyvand_definer;

create or replace function app.admit_partner(
  row_id uuid, to_case uuid, code text, under_consent uuid, with_groups text[], on_day date, until_day date
) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  k app.consent;
  who app.worker;
  theirs uuid;
begin
  if not app.leads_team(to_case) then raise exception 'not_found' using errcode = 'PV404'; end if;
  select * into k from app.consent c where c.id = under_consent and c.case_id = to_case for share;
  if not found then raise exception 'consent_missing' using errcode = 'PV422'; end if;
  if k.withdrawn_at is not null or k.until_on < on_day then
    raise exception 'consent_withdrawn' using errcode = 'PV409';
  end if;
  if k.from_on > on_day then
    raise exception 'consent_missing' using errcode = 'PV422', detail = '{"because": "not_yet"}';
  end if;
  if not with_groups <@ k.groups
    or not exists (select from app.case_file c where c.id = to_case and c.client_id = k.person_id) then
    raise exception 'consent_not_lawful' using errcode = 'PV422';
  end if;
  if not app.mine_to_give(to_case, with_groups, false, (
      select least(app.end_of_day(until_day, a.time_zone), app.end_of_day(k.until_on, a.time_zone))
      from app.case_file c join app.agency a on a.id = c.agency_id where c.id = to_case)) then
    raise exception 'may_not_write' using errcode = 'PV403';
  end if;
  select * into who from app.worker w
  where w.partner_code = upper(translate(code, ' -', '')) and w.agency_id <> app.my_agency() and w.ended_at is null;
  if not found then raise exception 'partner_unknown' using errcode = 'PV422'; end if;
  select a.organisation_id into theirs from app.agency a where a.id = who.agency_id;
  if theirs is distinct from k.recipient_id or theirs is null then
    raise exception 'consent_missing' using errcode = 'PV422', detail =
      case when theirs is null then '{"because": "agency_unnamed"}' else '{"because": "other_recipient"}' end;
  end if;
  perform from app.case_file c where c.id = to_case for update;
  update app.team_member t set ended_at = now(), until = on_day
  where t.case_id = to_case and t.worker_id = who.id and t.ended_at is null;
  insert into app.team_member (id, case_id, worker_id, role, groups, may_write, since, until, consent_id)
  values (row_id, to_case, who.id, 'partner_worker', with_groups, false, on_day, until_day, k.id);
  perform app.derive_access(to_case, who.id);
  insert into app.notice (worker_id, kind, facts)
  values (who.id, 'joined_team', jsonb_build_object('caseId', to_case, 'role', 'partner_worker'));
end $$;

set local role peyvand_owner;

call app.give_definer_functions();
