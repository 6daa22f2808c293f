-- Finding people however their names are written, pairs that are likely one person, and same_as.

-- ---------------------------------------------------------------- how a name sounds

-- The words of a name are found in the other script through their sound. What a typed word may mean
-- is settled in the dictionary of words alone; persons are then found by the numbers of words.
drop function app.look_up_person(uuid, text, text, date, date, text, text);
drop function app.ask_name(text);
drop function app.ask_word(text);
drop function app.tokens_like(text);

-- The same as nameSound in domain/text.
create or replace function app.name_sound(word text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select case when length(sound) > 1 then regexp_replace(sound, 'h$', '') else sound end
  from replace(
    case when word ~ '[\u0600-\u06ff]' then
      case when word ~ '^[اع]' then 'a' when word ~ '^و' then 'v' when word ~ '^ی' then 'y' else '' end ||
      replace(replace(replace(replace(translate(word,
        'بپتطثسصجژحهدذزضظرفکگلمناعویئأ ',
        'bpttsssjjhhdzzzzrfkglmn'), 'خ', 'kh'), 'ش', 'sh'), 'چ', 'ch'), 'ق', 'غ')
    else
      case when word ~ '^[aeiou]' then 'a' when word ~ '^[vw]' then 'v' when word ~ '^y' then 'y' else '' end ||
      translate(regexp_replace(
        replace(replace(replace(replace(replace(replace(replace(replace(word,
          'tch', 'ch'), 'sch', 'sh'), 'ph', 'f'), 'ck', 'k'), 'zh', 'j'), 'dj', 'j'), 'x', 'ks'), 'q', 'غ'),
        'c(?!h)', 'k', 'g'), 'aeiouyvw ', '')
    end, 'غ', 'gh') heard,
    regexp_replace(replace(heard, 'th', 't'), '(.)\1+', '\1', 'g') sound
$$;

-- The same with its long vowels, to tell حسین from حسن among words that sound alike.
create function app.name_voice(word text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select regexp_replace(
    case when word ~ '[\u0600-\u06ff]' then
      replace(replace(replace(replace(translate(regexp_replace(word, 'ه$', ''),
        'بپتطثسصجژحهدذزضظرفکگلمنویاعئأ ',
        'bpttsssjjhhdzzzzrfkglmnui'), 'خ', 'kh'), 'ش', 'sh'), 'چ', 'ch'), 'ق', 'غ')
    else
      translate(replace(regexp_replace(regexp_replace(regexp_replace(
        replace(replace(replace(replace(replace(replace(replace(replace(word,
          'tch', 'ch'), 'sch', 'sh'), 'ph', 'f'), 'ck', 'k'), 'zh', 'j'), 'dj', 'j'), 'x', 'ks'), 'q', 'غ'),
        'c(?!h)', 'k', 'g'), 'e[eiy]|a[iy]|y', 'i', 'g'), 'oo|ou|[vw]', 'u', 'g'), 'gh', 'غ'),
        'aeo ', '')
    end, '(.)\1+', '\1', 'g')
$$;

-- ---------------------------------------------------------------- the dictionary of words

truncate app.name_token_near, app.name_token;
alter table app.name_token
  add column sound text not null generated always as (app.name_sound(token)) stored,
  add column voice text not null generated always as (app.name_voice(token)) stored;
create index name_token_begins on app.name_token (token text_pattern_ops);
create index name_token_sounds on app.name_token (sound text_pattern_ops);

-- Sounds with any one consonant left out, as name_token_near has words.
create table app.name_sound_near (
  near text not null,
  sound text not null,
  primary key (near, sound)
);
call app.protect('name_sound_near');

-- The words of names, and those beside one another within a name written as one: میر نیا and
-- میرنیا are one, and so are سید محمد رضا and سید محمدرضا.
create or replace function app.name_words(names text[]) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct w.word), '{}')
  from unnest(names) name, app.normalise_name(name) key,
    lateral (
      select left(part, 60) as word from unnest(string_to_array(key, ' ')) part
      union all
      select left(part || lead(part) over (order by i), 60)
      from unnest(string_to_array(key, ' ')) with ordinality x (part, i) where key like '% %'
      union all
      select left(replace(key, ' ', ''), 60) where key like '% % %'
    ) w
  where w.word <> ''
$$;

set local role peyvand_definer;
-- The numbers of the words of names; words nobody had yet are added, in one order, so that two
-- who register at once wait for one another instead of for ever.
create or replace function app.keep_name_tokens(names text[]) returns int[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  words text[] := app.name_words(names);
  new_ids int[];
begin
  with added as (
    insert into app.name_token (token)
    select w from unnest(words) w
    where not exists (select from app.name_token k where k.token = w)
    order by w
    on conflict (token) do nothing
    returning id
  )
  select array_agg(a.id) into new_ids from added a;
  if new_ids is not null then
    insert into app.name_token_near (near, token_id)
    select n, k.id from app.name_token k, unnest(app.one_letter_less(k.token)) n
    where k.id = any (new_ids);
    insert into app.name_sound_near (near, sound)
    select distinct n, k.sound from app.name_token k, unnest(app.one_letter_less(k.sound)) n
    where k.id = any (new_ids) and k.sound <> ''
    order by 1, 2
    on conflict do nothing;
  end if;
  return (select array_agg(k.id order by k.id) from app.name_token k where k.token = any (words));
end $$;
set local role peyvand_owner;

-- Everyone's words anew, all at once, as keep_name_tokens would number them one by one. Nothing of
-- the person changes by it, so no version and no history is made.
alter table app.person disable trigger user;
set local role peyvand_definer;
insert into app.name_token (token)
select distinct w from app.person p, unnest(app.name_words(array[p.given_name, p.family_name] || p.other_names)) w order by w;
insert into app.name_token_near (near, token_id) select n, k.id from app.name_token k, unnest(app.one_letter_less(k.token)) n;
insert into app.name_sound_near (near, sound)
select distinct n, k.sound from app.name_token k, unnest(app.one_letter_less(k.sound)) n where k.sound <> '';
update app.person p set name_tokens = array(select k.id from app.name_token k
  where k.token = any (app.name_words(array[p.given_name, p.family_name] || p.other_names)) order by k.id);
set local role peyvand_owner;
alter table app.person enable trigger user;

-- What a typed word may mean, and how surely, 0 to 1: itself; a spelling one letter off; a word it
-- begins; a word that sounds the same, or in the other script nearly the same.
create function app.words_like(word text) returns table (token_id int, weight real)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
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
    where length(word) >= 3 and k.token ~>=~ word and k.token ~<~ (word || beyond)
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
      where length(heard) >= 2 and n.near = any (app.one_letter_less(heard))) c
    join app.name_token k on k.sound = c.sound
    where (k.token ~ '[\u0600-\u06ff]') <> persian and k.sound <> heard
      and levenshtein(k.sound, heard) <= case when length(heard) <= 3 then 1 else 2 end
    order by levenshtein(k.sound, heard), levenshtein(k.voice, spoken), k.token limit 60)
    union all
    (select k.id, 0.5 from app.name_token k
    where length(heard) >= 3 and k.sound ~>~ heard and k.sound ~<~ (heard || beyond)
      and (k.token ~ '[\u0600-\u06ff]') <> persian
    order by length(k.sound), k.token limit 60)
  ) x group by x.id;
end $$;

-- ---------------------------------------------------------------- search before create

-- How surely these people are meant: the mean, over the typed words, of the surest word of the name
-- each may stand for; two typed words may be one of the name. Fewer other words come first.
create function app.judge_names(hits uuid[], n int, of_element int[], of_token int[], weights real[])
returns table (person_id uuid, likeness real)
language plpgsql stable security definer set search_path = pg_catalog as $$
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
    select b.id, max(2 * b.w - coalesce(one.w, 0) - coalesce(two.w, 0)) as gain
    from best b
    left join best one on one.id = b.id and one.e = b.e - n
    left join best two on two.id = b.id and two.e = b.e - n + 1
    where b.e > n group by b.id
  )
  select s.id, ((coalesce(s.w, 0) + greatest(coalesce(j.gain, 0), 0)) / n - 0.004 * least(s.tokens, 20))::real
  from single s left join joined j on j.id = s.id;
end $$;

-- Whose names are like the typed one: the surest first, at most a few hundred, and how surely. The
-- index of words alone finds them, each condition one set of words, so that a rare word leads; where
-- a birth date is typed, those born about then come before the cap can cut them off.
create function app.names_like(key text, born_from date, born_to date)
returns table (person_id uuid, likeness real)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  words text[] := (string_to_array(nullif(key, ''), ' '))[1:6];
  n int := coalesce(cardinality(words), 0);
  mine uuid := app.my_agency();
  exact int[] := array(select k.id from app.name_token k where k.token = any (words));
  -- for each word, then for each two words written as one: what it surely, and what it may mean
  sure text[] := '{}';
  loose text[] := '{}';
  of_element int[];
  of_token int[];
  weights real[];
  -- the ways to read what was typed, as elements
  ways text[];
  way text;
  conditions text;
  hits uuid[] := '{}';
  about text := case when born_from is not null then ' and p.born_on between $3 - 400 and $4 + 400' else '' end;
  ask constant text := 'select $1 || array(select p.id from app.person p where p.agency_id = $2 and %s%s
    and (not p.mentioned_only or app.can_see_person(p.id)) limit 200)';
begin
  if n = 0 then return; end if;
  -- as it was typed: looked for first, so that a very common name is not lost among those like it
  if cardinality(exact) = (select count(distinct w) from unnest(words) w) then
    execute format(ask, 'p.name_tokens @> $5', about) into hits using hits, mine, born_from, born_to, exact;
    if about <> '' and cardinality(hits) < 40 then
      execute format(ask, 'p.name_tokens @> $5', '') into hits using hits, mine, born_from, born_to, exact;
    end if;
    if cardinality(hits) >= 40 then
      return query select p.id, (1 - 0.004 * least(cardinality(p.name_tokens), 20))::real
      from app.person p where p.id = any (hits);
      return;
    end if;
  end if;
  select array_agg(e.i), array_agg(l.token_id), array_agg(l.weight) into of_element, of_token, weights
  from unnest(words || array(select words[w] || words[w + 1] from generate_series(1, n - 1) w))
    with ordinality e (word, i), app.words_like(e.word) l;
  if of_token is null then return; end if;
  for i in 1 .. 2 * n - 1 loop
    sure := sure || (select array_agg(t) from unnest(of_element, of_token, weights) x (e, t, w) where e = i and w >= 0.7)::text;
    loose := loose || (select array_agg(t) from unnest(of_element, of_token, weights) x (e, t, w) where e = i)::text;
  end loop;
  -- every word, or two of them as one
  ways := array(
    select array_to_string(array(select w from generate_series(1, n) w), ',')
    union all
    select array_to_string(array(select w from generate_series(1, n) w where w not in (p, p + 1)) || (n + p), ',')
    from generate_series(1, n - 1) p);
  for j in 1 .. 3 loop
    -- first surely; then loosely; then, of three and more, surely all but one
    exit when cardinality(hits) >= (array[40, 10, 10])[j];
    if j = 3 then
      ways := array(select array_to_string(array(select w from generate_series(1, n) w where w <> o), ',')
        from generate_series(1, n) o where n > 2);
    end if;
    conditions := null;
    foreach way in array ways loop
      continue when exists (select from unnest(string_to_array(way, ',')::int[]) e
        where (case j when 2 then loose else sure end)[e] is null);
      conditions := concat_ws(' or ', conditions, '(' || (
        select string_agg(format('p.name_tokens && %L::int[]', (case j when 2 then loose else sure end)[e]), ' and ')
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
create function app.look_up_person(
  look_up_id uuid, typed_name text, typed_father text, born_from date, born_to date,
  typed_national_id text, typed_phone text
)
returns table (person_id uuid, given_name text, family_name text, father_name text,
  birth_year int, birth_year_jalali int, visible boolean, desk text, desk_phone text,
  matched text[], withheld boolean, more boolean)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  key text := app.normalise_name(coalesce(typed_name, ''));
  -- the same name, whatever its spaces and whichever of its parts comes first
  sorted text := (select string_agg(w, ' ' order by w) from unnest(string_to_array(key, ' ')) w);
  father text := app.normalise_name(coalesce(typed_father, ''));
  mine uuid := app.my_agency();
begin
  perform pg_advisory_xact_lock(hashtextextended('look_up:' || app.me(), 0));
  if (select count(*) from app.look_up l where l.worker_id = app.me() and l.at > now() - interval '1 hour') >= 120 then
    raise exception 'too_many' using errcode = 'PV429';
  end if;
  return query
  with hit as (
    select x.id, max(x.likeness) as likeness from (
      select l.person_id as id, l.likeness from app.names_like(key, born_from, born_to) l
      union all
      select p.id, 0 from app.person p where p.agency_id = mine and p.national_id = typed_national_id
      union all
      select n.person_id, 0 from app.phone_number n where n.number = typed_phone and n.ended_at is null
    ) x group by x.id
  ), compared as (
    select p.id, h.likeness,
      key <> '' and (h.likeness >= 0.9) and (
        replace(p.name_key, ' ', '') = replace(key, ' ', '')
        or (select string_agg(w, ' ' order by w) from unnest(string_to_array(p.name_key, ' ')) w) = sorted
        or key = any (select app.normalise_name(o) from unnest(p.other_names) o)) as same_name,
      coalesce(p.national_id = typed_national_id, false) as same_id,
      typed_phone is not null and exists (select from app.phone_number n
        where n.person_id = p.id and n.number = typed_phone and n.ended_at is null) as same_phone,
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
    select t.* from told_apart t order by t.score desc, t.id limit 60
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

-- ---------------------------------------------------------------- my own people, found quickly

-- Who of the people of my cases and desks is meant by a typed name, the surest first. My cases lead,
-- so that nobody of mine is lost among a million others.
create function app.my_people_like(key text, most int) returns table (person_id uuid, likeness real)
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
    with ordinality e (word, i), app.words_like(e.word) l;
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

-- ---------------------------------------------------------------- likely the same

-- Two rows that are likely one person, found when either was registered or changed. It is shown to
-- whoever sees both, and to nobody else.
create table app.likely_pair (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references app.agency,
  person_id uuid not null references app.person,
  other_id uuid not null references app.person,
  reasons text[] not null,
  strength int not null,
  found_at timestamptz not null default clock_timestamp(),
  answer text check (answer in ('same', 'different')),
  answer_reason text not null default '',
  answered_at timestamptz,
  answered_by uuid references app.worker,
  version int not null default 1,
  unique (person_id, other_id),
  check (person_id < other_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index likely_pair_other on app.likely_pair (other_id);
call app.protect('likely_pair');
create policy staff_read on app.likely_pair for select to peyvand_staff
  using (app.can_see_person(person_id) and app.can_see_person(other_id));
create policy staff_change on app.likely_pair for update to peyvand_staff
  using (app.can_see_person(person_id) and app.can_see_person(other_id))
  with check (answered_by is null or answered_by = (select app.me()));
grant select, update (answer, answer_reason, answered_at, answered_by) on app.likely_pair to peyvand_staff;
create policy jobs_add on app.likely_pair for insert to peyvand_jobs with check (true);
create policy jobs_change on app.likely_pair for update to peyvand_jobs using (true) with check (true);
grant insert, update (reasons, strength) on app.likely_pair to peyvand_jobs;
call app.keep_versions('likely_pair');

-- Two rows are one person, as somebody who sees both said; undone by whoever sees both. No key is
-- rewritten and nobody sees more by it.
create table app.same_as (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  person_id uuid not null references app.person,
  other_id uuid not null references app.person,
  reason text not null,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null default app.me(),
  undone_at timestamptz,
  undone_by uuid references app.worker,
  undone_reason text not null default '',
  version int not null default 1,
  check (person_id < other_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index same_as_once on app.same_as (person_id, other_id) where undone_at is null;
create index same_as_person on app.same_as (person_id);
create index same_as_other on app.same_as (other_id);
call app.protect('same_as');
create policy staff_read on app.same_as for select to peyvand_staff
  using (app.can_see_person(person_id) and app.can_see_person(other_id));
create policy staff_add on app.same_as for insert to peyvand_staff
  with check (agency_id = (select app.my_agency()) and created_by = (select app.me()) and undone_at is null
    and app.can_see_person(person_id) and app.can_see_person(other_id));
create policy staff_change on app.same_as for update to peyvand_staff
  using (undone_at is null and app.can_see_person(person_id) and app.can_see_person(other_id))
  with check (undone_by = (select app.me()));
grant select, insert, update (undone_at, undone_by, undone_reason) on app.same_as to peyvand_staff;
call app.keep_versions('same_as');

-- The open pairs of people I see, the likeliest first; led by my own people.
create function app.my_likely_pairs(most int) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return array(
    with mine as (
      select cp.person_id as id from app.case_access a join app.case_person cp on cp.case_id = a.case_id
      where a.user_id = app.me() and a.until > now()
      union
      select rp.person_id from app.desk_member m join app.request r on r.desk_id = m.desk_id
      join app.request_person rp on rp.request_id = r.id
      where m.worker_id = app.me() and m.until > now()
    )
    select l.id from app.likely_pair l
    join mine one on one.id = l.person_id join mine other on other.id = l.other_id
    where l.answer is null
    order by l.strength desc, l.id limit most);
end $$;

-- Who may be the same as this person, for the rule to judge: by number, or by name and birth date.
create function app.who_may_be_same(p uuid) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  one app.person;
  given int[];
  family int[];
begin
  select * into one from app.person x where x.id = p and not x.mentioned_only;
  if not found then return; end if;
  given := array(select l.token_id from unnest(app.name_words(array[one.given_name])) w, app.words_like(w) l where l.weight >= 0.7);
  family := array(select l.token_id from unnest(app.name_words(array[one.family_name])) w, app.words_like(w) l where l.weight >= 0.7);
  return query
  select x.id from (
    (select o.id from app.person o
    where o.agency_id = one.agency_id and o.national_id = one.national_id limit 50)
    union
    (select n.person_id from app.phone_number mine join app.phone_number n on n.number = mine.number
    where mine.person_id = p and mine.ended_at is null and n.ended_at is null limit 50)
    union
    (select o.id from app.person o
    where o.agency_id = one.agency_id and o.name_tokens && given and o.name_tokens && family
      and o.born_on between one.born_on - 800 and one.born_on + 800 limit 200)
    union
    (select o.id from app.person o
    where o.agency_id = one.agency_id and o.name_tokens && given and o.name_tokens && family limit 200)
  ) x join app.person y on y.id = x.id
  where x.id <> p and y.agency_id = one.agency_id and not y.mentioned_only
    and not exists (select from app.same_as s where s.undone_at is null
      and s.person_id = least(x.id, p) and s.other_id = greatest(x.id, p));
end $$;

grant execute on function app.name_voice(text), app.words_like(text), app.names_like(text, date, date),
  app.judge_names(uuid[], int, int[], int[], real[]) to peyvand_definer;
grant execute on function app.look_up_person(uuid, text, text, date, date, text, text),
  app.my_people_like(text, int), app.my_likely_pairs(int) to peyvand_staff, peyvand_definer;
grant execute on function app.who_may_be_same(uuid) to peyvand_jobs, peyvand_definer;

call app.give_definer_functions();
