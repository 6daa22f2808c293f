-- The same look-up, asked in narrower steps: what a name most surely means first, and what it only
-- may mean when hardly anybody was found. Among a million people the wide question takes the time;
-- and making the plans of these functions takes longer than using them, so they are kept.
drop function app.words_like(text);

-- What a typed word may mean, and how surely, 0 to 1: itself; a spelling one letter off; a word it
-- begins; a word that sounds the same, or in the other script nearly the same. Two typed words
-- taken as one are no beginning of a third.
create function app.words_like(word text, two_as_one boolean default false) returns table (token_id int, weight real)
language plpgsql stable security definer
set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
declare
  persian boolean := word ~ '[\u0600-\u06ff]';
  heard text := app.name_sound(word);
  spoken text := app.name_voice(word);
  -- after every letter there is
  beyond text := chr(1114111);
begin
  return query
  select x.id, max(x.w)::real from (
    select k.id, 1.0 as w from app.name_token k where k.token = word
    union all
    (select k.id, case levenshtein(k.token, word) when 0 then 1 when 1 then 0.86 else 0.76 end
    from (select distinct n.token_id from app.name_token_near n where n.near = any (app.one_letter_less(word))) c
    join app.name_token k on k.id = c.token_id
    where levenshtein(k.token, word) <= case when length(word) <= 3 then 1 else 2 end
    order by levenshtein(k.token, word), k.token limit 40)
    union all
    (select k.id, 0.6 + 0.3 * length(word) / length(k.token)::numeric from app.name_token k
    where not two_as_one and length(word) >= 3 and k.token ~>=~ word and k.token ~<~ (word || beyond)
    order by length(k.token), k.token limit 80)
    union all
    (select k.id, case when (k.token ~ '[\u0600-\u06ff]') = persian then 0.6 else 0.72 end
        + 0.22 * (1 - levenshtein(k.voice, spoken) / greatest(length(k.voice), length(spoken), 1)::numeric)
    from app.name_token k
    where heard <> '' and k.sound = heard
    order by levenshtein(k.voice, spoken), k.token limit 60)
    union all
    (select k.id, 0.4 + 0.25 * (1 - levenshtein(k.voice, spoken) / greatest(length(k.voice), length(spoken), 1)::numeric)
    from (select distinct n.sound from app.name_sound_near n
      where not two_as_one and length(heard) >= 2 and n.near = any (app.one_letter_less(heard))) c
    join app.name_token k on k.sound = c.sound
    where (k.token ~ '[\u0600-\u06ff]') <> persian and k.sound <> heard
      and levenshtein(k.sound, heard) <= case when length(heard) <= 3 then 1 else 2 end
    order by levenshtein(k.sound, heard), levenshtein(k.voice, spoken), k.token limit 60)
    union all
    (select k.id, 0.5 from app.name_token k
    where not two_as_one and length(heard) >= 3 and k.sound ~>~ heard and k.sound ~<~ (heard || beyond)
      and (k.token ~ '[\u0600-\u06ff]') <> persian
    order by length(k.sound), k.token limit 60)
  ) x group by x.id;
end $$;

revoke execute on function app.words_like(text, boolean) from public;
grant execute on function app.words_like(text, boolean) to peyvand_definer;

set local role peyvand_definer;

-- How surely these people are meant: the mean, over the typed words, of the surest word of the name
-- each may stand for; two typed words may be one of the name. Fewer other words come first.
create or replace function app.judge_names(hits uuid[], n int, of_element int[], of_token int[], weights real[])
returns table (person_id uuid, likeness real)
language plpgsql stable security definer
set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
begin
  return query
  with meant as (
    select x.e, x.t, x.w from unnest(of_element, of_token, weights) x (e, t, w)
  ), best as (
    select f.id, m.e, max(m.w) as w, max(cardinality(p.name_tokens)) as tokens
    from (select distinct d.id from unnest(hits) d (id)) f
    join app.person p on p.id = f.id
    cross join lateral unnest(p.name_tokens) own (token)
    join meant m on m.t = own.token
    group by f.id, m.e
  ), single as (
    select b.id, sum(b.w) filter (where b.e <= n) as w, max(b.tokens) as tokens from best b group by b.id
  ), joined as (
    select b.id, sum(greatest(2 * b.w - coalesce(one.w, 0) - coalesce(two.w, 0), 0)) as gain
    from best b
    left join best one on one.id = b.id and one.e = b.e - n
    left join best two on two.id = b.id and two.e = b.e - n + 1
    where b.e > n group by b.id
  )
  select s.id, (least((coalesce(s.w, 0) + coalesce(j.gain, 0)) / n, 1) - 0.004 * least(s.tokens, 20))::real
  from single s left join joined j on j.id = s.id;
end $$;

-- Whose names are like the typed one: the surest first, at most a few hundred, and how surely. The
-- index of words alone finds them, each condition one set of words, so that a rare word leads; where
-- a birth date is typed, those born about then come before the cap can cut them off.
create or replace function app.names_like(key text, born_from date, born_to date)
returns table (person_id uuid, likeness real)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  words text[] := (string_to_array(nullif(key, ''), ' '))[1:6];
  n int := coalesce(cardinality(words), 0);
  mine uuid := app.my_agency();
  -- the words, then each two beside one another written as one
  elements text[] := words || array(select words[w] || words[w + 1] from generate_series(1, n - 1) w);
  exact int[] := array(select k.id from unnest(elements) with ordinality e (word, i)
    left join app.name_token k on k.token = e.word order by e.i);
  -- for each word, then for each two words written as one: what it most surely means, what it
  -- surely, and what it may mean
  near text[] := '{}';
  sure text[] := '{}';
  loose text[] := '{}';
  of_element int[];
  of_token int[];
  weights real[];
  -- the ways to read what was typed, as elements
  ways text[];
  way text;
  conditions text;
  means text[];
  hits uuid[] := '{}';
  -- as many are enough to look no further, less surely each time; the last is all words but one
  enough int[] := '{20,5,2,1}';
  about text := case when born_from is not null then ' and p.born_on between $3 - 400 and $4 + 400' else '' end;
  ask constant text := 'select $1 || array(select p.id from app.person p where p.agency_id = $2 and %s%s
    and (not p.mentioned_only or app.can_see_person(p.id)) limit 200)';
begin
  if n = 0 then return; end if;
  -- every word; or two beside one another as one; or twice two
  ways := array(
    select array_to_string(array(select w from generate_series(1, n) w), ',')
    union all
    select array_to_string(array(select w from generate_series(1, n) w where w not in (p, p + 1)) || (n + p), ',')
    from generate_series(1, n - 1) p
    union all
    select array_to_string(array(select w from generate_series(1, n) w where w not in (p, p + 1, q, q + 1))
      || array[n + p, n + q], ',')
    from generate_series(1, n - 3) p, generate_series(p + 2, n - 1) q);
  -- as it was typed: looked for first, so that a very common name is not lost among those like it
  foreach way in array ways loop
    continue when exists (select from unnest(string_to_array(way, ',')::int[]) e where exact[e] is null);
    conditions := concat_ws(' or ', conditions, format('p.name_tokens @> %L::int[]',
      array(select exact[e] from unnest(string_to_array(way, ',')::int[]) e)));
  end loop;
  if conditions is not null then
    conditions := '(' || conditions || ')';
    execute format(ask, conditions, about) into hits using hits, mine, born_from, born_to;
    if about <> '' and cardinality(hits) < 20 then
      execute format(ask, conditions, '') into hits using hits, mine, born_from, born_to;
    end if;
    -- somebody of that very name is on file: only names hardly unlike it are offered beside
    if cardinality(hits) > 0 then enough := '{20,1,1,1}'; end if;
    if cardinality(hits) >= 20 then
      return query select p.id, (1 - 0.004 * least(cardinality(p.name_tokens), 20))::real
      from app.person p where p.id = any (hits);
      return;
    end if;
  end if;
  select array_agg(e.i), array_agg(l.token_id), array_agg(l.weight) into of_element, of_token, weights
  from unnest(elements) with ordinality e (word, i), app.words_like(e.word, e.i > n) l;
  if of_token is null then return; end if;
  for i in 1 .. 2 * n - 1 loop
    near := near || (select array_agg(x.t) from (
      select t from unnest(of_element, of_token, weights) x (e, t, w) where e = i and w >= 0.8 order by w desc, t limit 40) x)::text;
    sure := sure || (select array_agg(t) from unnest(of_element, of_token, weights) x (e, t, w) where e = i and w >= 0.7)::text;
    loose := loose || (select array_agg(t) from unnest(of_element, of_token, weights) x (e, t, w) where e = i)::text;
  end loop;
  for j in 1 .. 4 loop
    exit when cardinality(hits) >= enough[j];
    means := case j when 2 then sure when 3 then loose else near end;
    if j = 4 then
      ways := array(select array_to_string(array(select w from generate_series(1, n) w where w <> o), ',')
        from generate_series(1, n) o where n > 2);
    end if;
    conditions := null;
    foreach way in array ways loop
      continue when exists (select from unnest(string_to_array(way, ',')::int[]) e where means[e] is null);
      conditions := concat_ws(' or ', conditions, '(' || (
        select string_agg(format('p.name_tokens && %L::int[]', means[e]), ' and ')
        from unnest(string_to_array(way, ',')::int[]) e) || ')');
    end loop;
    continue when conditions is null;
    conditions := '(' || conditions || ')';
    execute format(ask, conditions, about) into hits using hits, mine, born_from, born_to;
    if about <> '' and j = 1 then
      execute format(ask, conditions, '') into hits using hits, mine, born_from, born_to;
    end if;
  end loop;
  -- born on that very day, with any one of the names
  if born_from = born_to then
    hits := hits || array(select p.id from app.person p
      where p.agency_id = mine and p.born_on = born_from and p.name_tokens && of_token
        and (not p.mentioned_only or app.can_see_person(p.id)) limit 100);
  end if;
  return query select l.* from app.judge_names(hits, n, of_element, of_token, weights) l;
end $$;

-- Search before create: a masked identity, limited per hour, remembered. Whoever is known only
-- through a confidential programme or a sealed case is not shown; where something sure matched
-- (national ID, phone, or name with birth date) one row sends the asker to the agency's desk.
create or replace function app.look_up_person(
  look_up_id uuid, typed_name text, typed_father text, born_from date, born_to date,
  typed_national_id text, typed_phone text
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
begin
  perform pg_advisory_xact_lock(hashtextextended('look_up:' || app.me(), 0));
  if (select count(*) from app.look_up l where l.worker_id = app.me() and l.at > now() - interval '1 hour') >= 120 then
    raise exception 'too_many' using errcode = 'PV429';
  end if;
  if typed_phone is not null then
    called := array(select n.person_id from app.phone_number n where n.number = typed_phone and n.ended_at is null);
  end if;
  return query
  with hit as (
    select x.id, max(x.likeness) as likeness from (
      select l.person_id as id, l.likeness from app.names_like(key, born_from, born_to) l
      union all
      select p.id, 0 from app.person p where p.agency_id = mine and p.national_id = typed_national_id
      union all
      select c.id, 0 from unnest(called) c (id)
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
        case when c.same_name then 'name' when c.likeness >= 0.4 then 'name_near' end,
        case when c.same_day then 'born_on' when c.near_day or c.near_year then 'birth_near' end,
        case when c.same_father then 'father_name' end], null) as how,
      c.same_id::int * 8 + c.same_phone::int * 4 + c.same_day::int * 2 + c.near_day::int + c.near_year::int * 0.7
        - c.far_day::int + c.same_father::int + c.same_name::int * 0.2 + c.likeness * 5 as score
    from compared c
    where c.same_id or c.same_phone or c.likeness >= 0.55 or (c.likeness >= 0.3 and c.same_day)
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
      where not r.may_show and (r.same_id or r.same_phone or (r.same_day and r.likeness >= 0.55)) limit 1) w
    left join app.desk d on d.agency_id = mine and d.answers_for_agency)
  )
  select t.id, t.given_name, t.family_name, t.father_name, t.year, t.jalali_year, t.seen,
    t.desk_name, t.desk_number, t.how, t.withheld,
    (select count(*) from ranked r where r.may_show) > 20
  from told t, kept order by t.score desc, t.id;
end $$;

-- Who of the people of my cases and desks is meant by a typed name, as before.
create or replace function app.my_people_like(key text, most int) returns table (person_id uuid, likeness real)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  words text[] := (string_to_array(nullif(key, ''), ' '))[1:6];
  n int := coalesce(cardinality(words), 0);
  of_element int[];
  of_token int[];
  weights real[];
begin
  if n = 0 then return; end if;
  select array_agg(e.i), array_agg(l.token_id), array_agg(l.weight) into of_element, of_token, weights
  from unnest(words || array(select words[w] || words[w + 1] from generate_series(1, n - 1) w))
    with ordinality e (word, i), app.words_like(e.word, e.i > n) l;
  if of_token is null then return; end if;
  return query
  with mine as (
    select distinct cp.person_id as id from app.case_access a join app.case_person cp on cp.case_id = a.case_id
    where a.user_id = app.me() and a.until > now() and 'core' = any (a.groups)
  ), liked as (
    select p.id, l.likeness from (
        select array_agg(p.id) as hits from mine m join app.person p on p.id = m.id where p.name_tokens && of_token
      ) h, app.judge_names(h.hits, n, of_element, of_token, weights) l join app.person p on p.id = l.person_id
    union
    select l.person_id, l.likeness from app.names_like(key, null, null) l where app.can_see_person(l.person_id)
  )
  select x.id, max(x.likeness) from liked x where x.likeness >= 0.55
  group by x.id order by max(x.likeness) desc, x.id limit most;
end $$;

set local role peyvand_owner;

call app.give_definer_functions();
