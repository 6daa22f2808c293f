-- A page of a list begins with ids alone: which of my cases, which due items come first. They are
-- picked here from case_access itself, which is the whole condition, instead of comparing every row
-- with an array of all my cases; everything else of the page is then read narrowed to them.
create function app.my_case_page(of_part text, of_status text, of_risk text, before uuid, most int)
returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
  select distinct a.case_id
  from app.case_access a join app.case_file c on c.id = a.case_id
  where a.user_id = app.me() and a.until > now() and 'core' = any (a.groups)
    and case of_part
      when 'case_manager' then a.why = 'team:case_manager'
      when 'supervisor' then a.why in ('team:supervisor', 'supervision')
      when 'member' then a.cause = 'team' and a.why not in ('team:case_manager', 'team:supervisor')
      else true end
    and (before is null or a.case_id < before)
    and (of_status = 'all' or c.status = of_status)
    and (of_risk is null or c.risk_level = of_risk)
  order by a.case_id desc limit most;
end $$;

create function app.my_due_page(whose text, until_day date, most int)
returns table (case_id uuid, key text)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  if whose = 'mine' then
    return query
    select d.case_id, d.key from app.due d
    where d.worker_id = app.me() and d.ended_at is null and (d.due_on <= until_day or d.level <> 'normal')
      and exists (select from app.case_access a where a.user_id = app.me() and a.case_id = d.case_id
        and a.until > now() and d.data_group = any (a.groups))
    order by array_position(array['crisis', 'urgent', 'watch', 'normal'], d.level), d.due_on, d.case_id, d.key
    limit most;
  else
    return query
    select distinct on (array_position(array['crisis', 'urgent', 'watch', 'normal'], d.level), d.due_on, d.case_id, d.key)
      d.case_id, d.key
    from app.case_access a join app.due d on d.case_id = a.case_id and d.data_group = any (a.groups)
    where a.user_id = app.me() and a.until > now()
      and d.ended_at is null and (d.due_on <= until_day or d.level <> 'normal')
    order by array_position(array['crisis', 'urgent', 'watch', 'normal'], d.level), d.due_on, d.case_id, d.key
    limit most;
  end if;
end $$;

grant execute on function app.my_case_page(text, text, text, uuid, int), app.my_due_page(text, date, int)
  to peyvand_staff, peyvand_definer;
call app.give_definer_functions();
