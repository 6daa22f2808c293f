-- Whoever comes with the number of a file in hand is found by it.
drop function app.look_up_person(uuid, text, text, date, date, text, text);

-- Search before create: a masked identity, limited per hour, remembered. Whoever is known only
-- through a confidential programme or a sealed case is not shown. Where something sure matched
-- (national ID, phone, or name with birth date) one row sends the asker to the agency's desk, but not
-- where the same thing is also somebody's who is shown: a husband's telephone would tell that his wife
-- is somewhere she is not to be found. The number of a file finds nobody through a confidential
-- programme or a sealed case: numbers follow one another.
create function app.look_up_person(
  look_up_id uuid, typed_name text, typed_father text, born_from date, born_to date,
  typed_national_id text, typed_phone text, typed_number text
)
returns table (person_id uuid, given_name text, family_name text, father_name text,
  birth_year int, birth_year_jalali int, visible boolean, desk text, desk_phone text,
  matched text[], withheld boolean, more boolean)
language plpgsql security definer
set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
declare
  key text := app.normalise_name(coalesce(typed_name, ''));
  -- the same name, whatever its spaces and whichever of its parts comes first
  sorted text := (select string_agg(w, ' ' order by w) from unnest(string_to_array(key, ' ')) w);
  solid text := nullif(replace(key, ' ', ''), '');
  father text := app.normalise_name(coalesce(typed_father, ''));
  mine uuid := app.my_agency();
  called uuid[] := '{}';
  numbered uuid[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtextextended('look_up:' || app.me(), 0));
  if (select count(*) from app.look_up l where l.worker_id = app.me() and l.at > now() - interval '1 hour') >= 120 then
    raise exception 'too_many' using errcode = 'PV429';
  end if;
  if typed_phone is not null then
    called := array(select n.person_id from app.phone_number n where n.number = typed_phone and n.ended_at is null);
  end if;
  if typed_number is not null then
    numbered := array(
      select c.client_id from app.case_file c join app.programme g on g.id = c.programme_id
      where c.agency_id = mine and c.number = typed_number and not c.sealed and not g.confidential);
  end if;
  return query
  with hit as (
    select x.id, max(x.likeness) as likeness from (
      select l.person_id as id, l.likeness from app.names_like(key, born_from, born_to) l
      union all
      select p.id, 0 from app.person p where p.agency_id = mine and p.national_id = typed_national_id
      union all
      select c.id, 0 from unnest(called || numbered) c (id)
    ) x group by x.id
  ), compared as (
    select p.id, h.likeness,
      h.likeness >= 0.9 and (
        replace(p.name_key, ' ', '') = solid
        or length(replace(p.name_key, ' ', '')) = length(solid)
          and (select string_agg(w, ' ' order by w) from unnest(string_to_array(p.name_key, ' ')) w) = sorted
        or cardinality(p.other_names) > 0
          and key = any (select app.normalise_name(o) from unnest(p.other_names) o)) as same_name,
      coalesce(p.national_id = typed_national_id, false) as same_id,
      p.id = any (called) as same_phone,
      p.id = any (numbered) as same_number,
      coalesce(p.born_precision = 'day' and born_from = born_to and p.born_on = born_from, false) as same_day,
      coalesce(
        p.born_on - case p.born_precision when 'about' then 731 else 0 end <= born_to
        and p.born_on + case p.born_precision when 'about' then 731 when 'year' then 366 when 'month' then 31 else 0 end
          >= born_from, false) as near_day,
      coalesce(p.born_on between born_from - 366 and born_to + 366, false) as near_year,
      coalesce(p.born_on not between born_from - 1100 and born_to + 1100, false) as far_day,
      case when father <> '' and p.father_name <> ''
        then app.name_likeness(app.normalise_name(p.father_name), father) >= 0.5 else false end as same_father
    from hit h join app.person p on p.id = h.id
    where p.agency_id = mine and (not p.mentioned_only or app.can_see_person(p.id))
  ), told_apart as (
    select c.*,
      array_remove(array[
        case when c.same_id then 'national_id' end,
        case when c.same_phone then 'phone' end,
        case when c.same_number then 'case_number' end,
        case when c.same_name then 'name' when c.likeness >= 0.4 then 'name_near' end,
        case when c.same_day then 'born_on' when c.near_day or c.near_year then 'birth_near' end,
        case when c.same_father then 'father_name' end], null) as how,
      c.same_id::int * 8 + c.same_number::int * 6 + c.same_phone::int * 4 + c.same_day::int * 2 + c.near_day::int + c.near_year::int * 0.7
        - c.far_day::int + c.same_father::int + c.same_name::int * 0.2 + c.likeness * 5 as score
    from compared c
    where c.same_id or c.same_phone or c.same_number or c.likeness >= 0.55 or (c.likeness >= 0.3 and c.same_day)
  ), likeliest as (
    select t.* from told_apart t order by t.score desc, t.id limit 40
  ), ranked as (
    select l.*, s.seen,
      s.seen or not exists (
        select from app.case_person cp join app.case_file c on c.id = cp.case_id join app.programme g on g.id = c.programme_id
        where cp.person_id = l.id and (c.sealed or g.confidential)
        union all
        select from app.request_person rp join app.request q on q.id = rp.request_id join app.programme g on g.id = q.programme_id
        where rp.person_id = l.id and g.confidential
      ) or exists (
        select from app.case_person cp join app.case_file c on c.id = cp.case_id join app.programme g on g.id = c.programme_id
        where cp.person_id = l.id and not c.sealed and not g.confidential
        union all
        select from app.request_person rp join app.request q on q.id = rp.request_id join app.programme g on g.id = q.programme_id
        where rp.person_id = l.id and not g.confidential and q.case_id is null
      ) as may_show
    from likeliest l, lateral (select app.can_see_person(l.id) as seen) s
  ), shown as (
    select r.*, q.name as desk_name, q.phone as desk_number
    from ranked r
    left join lateral (
      select d.name, d.phone from app.request_person rp join app.request q on q.id = rp.request_id
      join app.desk d on d.id = q.desk_id join app.programme g on g.id = q.programme_id
      where rp.person_id = r.id and (r.seen or not g.confidential)
      order by q.received_at desc limit 1
    ) q on true
    where r.may_show
    order by r.score desc, r.id limit 20
  ), kept as (
    insert into app.look_up (id, found) select look_up_id, coalesce(array_agg(s.id), '{}') from shown s returning 1
  ), told as (
    select s.score, p.id, p.given_name, p.family_name,
      case when s.seen then p.father_name else '' end as father_name,
      extract(year from p.born_on)::int as year, app.jalali_year(p.born_on) as jalali_year,
      s.seen, s.desk_name, s.desk_number, s.how, false as withheld
    from shown s join app.person p on p.id = s.id
    union all
    (select -9, null, '', '', '', null, null, false, d.name, d.phone, '{}', true
    from (select 1 from ranked r
      where not r.may_show and (
        r.same_id and not exists (select from shown s where s.same_id)
        or r.same_phone and not exists (select from shown s where s.same_phone)
        or r.same_day and r.likeness >= 0.55
          and not exists (select from shown s where s.same_day and s.likeness >= 0.55)) limit 1) w
    left join app.desk d on d.agency_id = mine and d.answers_for_agency)
  )
  select t.id, t.given_name, t.family_name, t.father_name, t.year, t.jalali_year, t.seen,
    t.desk_name, t.desk_number, t.how, t.withheld,
    (select count(*) from ranked r where r.may_show) > 20
  from told t, kept order by t.score desc, t.id;
end $$;

grant execute on function app.look_up_person(uuid, text, text, date, date, text, text, text)
  to peyvand_staff, peyvand_definer;
call app.give_definer_functions();
