-- A worker of another agency on the team has a name for everybody who sees the case, as they have
-- for him or her; and keeps it there after leaving, for what was done then.
create index team_member_partner_of_case on app.team_member (case_id) where consent_id is not null;

set local role peyvand_definer;

create or replace function app.shared_with_me() returns uuid[]
language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
declare
  u uuid := nullif(current_setting('app.user_id', true), '');
  cases uuid[] := nullif(current_setting('app.cases', true), '');
begin
  if cases is null then return '{}'; end if;
  return (select coalesce(array_agg(distinct x.id), '{}')
    from app.team_member t
    join app.case_access a on a.user_id = u and a.case_id = t.case_id and a.until > now()
    join app.case_file c on c.id = t.case_id
    cross join lateral (
      select t.worker_id
      union all
      select v.id from (
        values (c.agency_id), (c.programme_id), (c.practice_model_id)
        union all
        select m.worker_id from app.team_member m where m.case_id = c.id
      ) v (id)
      where t.worker_id = u and t.ended_at is null and a.cause = 'team'
    ) x (id)
    where t.case_id = any (cases) and t.consent_id is not null);
end $$;

set local role peyvand_owner;
