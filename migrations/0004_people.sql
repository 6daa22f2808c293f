-- People and their world: what is true of the person, whoever asks.

-- ---------------------------------------------------------------- names are found however written

-- The key under which a name is searched; the same as normaliseName in domain/text.
create function app.normalise_name(name text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select trim(regexp_replace(
    translate(
      replace(replace(replace(replace(
        lower(regexp_replace(normalize(name, NFKD),
          '[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0621\u0640\u0674''`’‘‛ʼʻʾʿ′\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]',
          '', 'g')),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      'يىېێےكڪةۃھہەٱۆڕڵøłđðıəς٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
      'یییییککهههههاورلolddieσ01234567890123456789'),
    '[\s\u200c\u2028\u2029!-/:-@\[-`{-~«»،؛؟٪٫٬٭۔·•‐-―“”„…]+', ' ', 'g'))
$$;

-- How a word of a name sounds without its vowels, so that مریم and Maryam meet.
create function app.name_sound(word text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select regexp_replace(
    case when word ~ '[\u0600-\u06ff]' then
      translate(word,
        'بپتطثسصجچحهخدذزضظرژشغقفکگلمن' || 'اعویئأ ',
        'bpttsssjChhxdzzzzrZSqqfkglmn')
    else
      translate(
        replace(replace(replace(replace(replace(replace(replace(replace(word,
          'kh', 'X'), 'sh', 'S'), 'ch', 'C'), 'zh', 'Z'), 'gh', 'Q'), 'ph', 'f'), 'th', 't'), 'ck', 'k'),
        'XQcaeiouyvw ',
        'xqk')
    end,
    '(.)\1+|h$', '\1', 'g')
$$;

-- The words of names, each also without the spaces inside its name: میر نیا and میرنیا are one.
create function app.name_words(names text[]) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct w.word), '{}')
  from unnest(names) name, app.normalise_name(name) key,
    lateral (
      select left(part, 60) as word from unnest(string_to_array(key, ' ')) part
      union all
      select left(replace(key, ' ', ''), 60) where key like '% %'
    ) w
  where w.word <> ''
$$;

-- A word and itself with any one letter left out: two words share one when one was mistyped.
create function app.one_letter_less(word text) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select array_agg(distinct d) from (
    select word as d
    union all
    select left(word, i - 1) || substr(word, i + 1)
    from generate_series(1, length(word)) i where length(word) > 2
  ) x
$$;

create table app.name_token (
  id int generated always as identity primary key,
  token text not null unique
);
create table app.name_token_near (
  near text not null,
  token_id int not null references app.name_token,
  primary key (near, token_id)
);
call app.protect('name_token');
call app.protect('name_token_near');

-- The numbers of the words of names; words nobody had yet are added, in one order, so that two
-- who register at once wait for one another instead of for ever.
create function app.keep_name_tokens(names text[]) returns int[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  words text[] := app.name_words(names);
  tokens text[];
  new_ids int[];
begin
  select coalesce(array_agg(distinct t order by t), '{}') into tokens from (
    select w as t from unnest(words) w
    union
    select case when w ~ '[\u0600-\u06ff]' then 'fa:' else 'la:' end || app.name_sound(w)
    from unnest(words) w where length(app.name_sound(w)) > 1
  ) x;
  with added as (
    insert into app.name_token (token)
    select t from unnest(tokens) t
    where not exists (select from app.name_token k where k.token = t)
    order by t
    on conflict (token) do nothing
    returning id, token
  )
  select array_agg(a.id) into new_ids from added a;
  if new_ids is not null then
    insert into app.name_token_near (near, token_id)
    select n, k.id from app.name_token k, unnest(app.one_letter_less(k.token)) n
    where k.id = any (new_ids) and k.token not like '__:%';
  end if;
  return (select array_agg(k.id order by k.id) from app.name_token k where k.token = any (tokens));
end $$;

create function app.keep_person_tokens() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.name_tokens := coalesce(
    app.keep_name_tokens(array[new.given_name, new.family_name] || new.other_names), '{}');
  return new;
end $$;

-- Which tokens a typed word may mean: itself, a spelling one letter off, or its sound in the
-- other script.
create function app.tokens_like(word text) returns int[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  sound text := app.name_sound(word);
begin
  return array(
    select k.id from (
        select distinct n.token_id from app.name_token_near n
        where n.near = any (app.one_letter_less(word))
      ) c join app.name_token k on k.id = c.token_id
      where levenshtein(k.token, word) <= case when length(word) <= 3 then 1 else 2 end
      order by levenshtein(k.token, word), k.token limit 40
  ) || array(
    select k.id from app.name_token k
    where length(sound) > 1
      and k.token = case when word ~ '[\u0600-\u06ff]' then 'la:' else 'fa:' end || sound
  );
end $$;

-- One typed word as a question to the index of tokens; nothing when no name is like it.
create function app.ask_word(word text) returns text
language sql stable set search_path = pg_catalog as $$
  select '(' || nullif(array_to_string(app.tokens_like(word), '|'), '') || ')'
$$;

-- A typed name as a question to the index of tokens: all its words; or two of them written as one;
-- or, of three and more, all but one.
create function app.ask_name(key text) returns text
language plpgsql stable set search_path = pg_catalog as $$
declare
  words text[] := (string_to_array(key, ' '))[1:6];
  n int := coalesce(cardinality(words), 0);
  alone text[] := array(select app.ask_word(w) from unnest(words) with ordinality x (w, i) order by i);
  way text[];
  ways text[] := '{}';
begin
  if n = 0 then return null; end if;
  for i in 0 .. n loop
    if i = 0 then
      way := alone;
    elsif i < n then
      way := alone[1:i - 1] || app.ask_word(words[i] || words[i + 1]) || alone[i + 2:n];
    else
      continue;
    end if;
    if array_position(way, null) is null then ways := ways || ('(' || array_to_string(way, '&') || ')'); end if;
  end loop;
  for i in 1 .. case when n > 2 then n else 0 end loop
    way := alone[1:i - 1] || alone[i + 1:n];
    if array_position(way, null) is null then ways := ways || ('(' || array_to_string(way, '&') || ')'); end if;
  end loop;
  return nullif(array_to_string(ways, '|'), '');
end $$;

-- ---------------------------------------------------------------- persons

create table app.person (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  given_name text not null,
  family_name text not null,
  other_names text[] not null default '{}',
  father_name text not null default '',
  sex text not null default 'unknown' check (sex in ('female', 'male', 'other', 'unknown')),
  born_on date,
  born_precision text not null default 'unknown'
    check (born_precision in ('day', 'month', 'year', 'about', 'unknown')),
  died_on date,
  national_id text,
  national_id_missing text not null default '',
  languages text[] not null default '{}',
  interpreter_needed boolean not null default false,
  literacy text not null default 'unknown' check (literacy in ('reads', 'some', 'none', 'unknown')),
  disability text not null default '',
  safe_contact text not null default '',
  -- only mentioned in somebody's case: in nobody's search until they ask for help themselves
  mentioned_only boolean not null default false,
  name_key text generated always as
    (app.normalise_name(given_name || ' ' || family_name)) stored,
  -- numbers of the words of all the names, for the look-up
  name_tokens int[] not null default '{}',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1,
  check ((born_on is null) = (born_precision = 'unknown')),
  check (given_name <> '' or family_name <> '')
);
create index person_name on app.person using gin (name_tokens public.gin__int_ops);
create trigger keep_tokens before insert or update of given_name, family_name, other_names on app.person
  for each row execute function app.keep_person_tokens();
create index person_national_id on app.person (agency_id, national_id) where national_id is not null;
create index person_born on app.person (agency_id, born_on);

create table app.phone_number (
  id uuid primary key,
  person_id uuid not null references app.person,
  number text not null,
  label text not null default '',
  safe_to_call boolean not null default true,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index phone_number_person on app.phone_number (person_id);
create index phone_number_number on app.phone_number (number);

create table app.address (
  id uuid primary key,
  person_id uuid not null references app.person,
  lines text not null,
  area text not null default '',
  postal_code text not null default '',
  since date,
  until date,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index address_person on app.address (person_id);

create table app.household (
  id uuid primary key,
  agency_id uuid not null references app.agency,
  name text not null default '',
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1
);

create table app.household_member (
  id uuid primary key,
  household_id uuid not null references app.household,
  person_id uuid not null references app.person,
  role text not null default '',
  is_head boolean not null default false,
  since date,
  until date,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index household_member_person on app.household_member (person_id);
create index household_member_household on app.household_member (household_id);
create unique index household_member_once on app.household_member (household_id, person_id) where until is null;

create table app.relationship (
  id uuid primary key,
  person_id uuid not null references app.person,
  other_id uuid not null references app.person check (other_id <> person_id),
  -- what `person` is to `other`
  kind text not null check (kind in
    ('parent', 'adoptive_parent', 'step_parent', 'foster_parent', 'grandparent', 'sibling', 'twin',
     'spouse', 'partner', 'former_spouse', 'aunt_uncle', 'cousin', 'guardian', 'carer', 'friend', 'other')),
  since date,
  until date,
  created_at timestamptz not null default now(),
  created_by uuid not null default app.me(),
  version int not null default 1
);
create unique index relationship_once on app.relationship (person_id, other_id, kind) where until is null;
create index relationship_person on app.relationship (person_id);
create index relationship_other on app.relationship (other_id);

-- Every look-up before registering: who asked, when, whom it showed. It limits how often one may
-- ask, and only a person it showed can be tied to a request or case of mine.
create table app.look_up (
  id uuid primary key,
  worker_id uuid not null default app.me(),
  found uuid[] not null,
  at timestamptz not null default clock_timestamp()
);
create index look_up_worker on app.look_up (worker_id, at desc);

call app.give_definer_functions();
