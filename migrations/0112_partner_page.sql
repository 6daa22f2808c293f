-- A page of a partner's referrals is taken from each of its services in order, so that it costs the
-- same however many were sent there over the years.
set local role peyvand_definer;

create or replace function app.list_partner_referrals(before uuid, page int) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'caseId', r.case_id, 'serviceName', r.service_name,
      'status', r.status, 'sentAt', r.sent_at, 'seenAt', r.seen_at, 'answerExpectedOn', r.answer_expected_on,
      'outcome', r.outcome, 'version', r.version) order by r.id desc), '[]')
    from (select of_service.*, s.name as service_name from app.service s
      cross join lateral (select r.* from app.referral r
        where r.service_id = s.id and r.id < coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
          and app.reaches_partner(r)
        order by r.id desc limit page) of_service
      where s.organisation_id = app.partner_organisation()
      order by of_service.id desc limit page) r);
end $$;

set local role peyvand_owner;
