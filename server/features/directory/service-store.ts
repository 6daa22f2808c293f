import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readService } from '@peyvand/domain/directory/contract.ts'
import { normaliseName } from '@peyvand/domain/text/normalise-name.ts'
import type { Transaction } from '../../platform/db/database.ts'
import type { Told } from '../../platform/http/route-context.ts'

export interface ServiceFilter {
  words?: string | undefined
  domain?: string | undefined
  area?: string | undefined
  language?: string | undefined
  free?: boolean | undefined
  kind?: string | undefined
  closed: boolean
  /** The last service of the page before. */
  before?: string | undefined
  limit: number
}

export interface ServiceLineRow {
  id: string
  kind: string
  name: string
  alternateName: string
  organisation: { id: string; name: string }
  status: string
  summary: string
  alert: string
  needDomains: string[]
  cities: string[]
  languages: string[]
  free: boolean | null
  lastConfirmedOn: string | null
}

// As an array the places are found once for each service, and then by their index.
const places = sql`array(select l.location_id from service_at_location l
  where l.service_id = s.id and l.withdrawn_at is null)`

const languages = sql`array(
    select s.main_language where s.main_language <> '' union
    select g.code from directory_language g
    where g.withdrawn_at is null and g.code <> '' and (g.service_id = s.id or g.location_id = any (${places})))`

const line = sql`s.id, s.kind, s.name, s.alternate_name, s.status, left(s.description, 280) as summary,
    s.alert, s.need_domains, s.free, s.last_confirmed_on,
    jsonb_build_object('id', o.id, 'name', o.name) as organisation,
    array(select distinct a.city from directory_address a where a.withdrawn_at is null
      and a.place = 'physical' and a.city <> '' and a.location_id = any (${places})) as cities,
    ${languages} as languages`

/** A page of services in the order of their names. */
export async function listServicePage(
  tx: Transaction,
  filter: ServiceFilter,
): Promise<ServiceLineRow[]> {
  const found = await sql<ServiceLineRow>`
    select ${line} from service s join organisation o on o.id = s.organisation_id
    where s.withdrawn_at is null ${sql.join(conditionsOf(filter), sql` `)}
    order by s.name_key, s.id limit ${filter.limit}`.execute(tx)
  return found.rows
}

function conditionsOf(filter: ServiceFilter): RawBuilder<unknown>[] {
  const { domain, area, language, free, kind, before } = filter
  const conditions: RawBuilder<unknown>[] = wordsOf(filter.words).map(
    (word) => sql`and (s.words_key like ${word} or o.name_key like ${word})`,
  )
  if (!filter.closed) conditions.push(sql`and s.status in ('active', 'temporarily_closed')`)
  if (domain) conditions.push(sql`and s.need_domains @> array[${domain}]::text[]`)
  if (free) conditions.push(sql`and s.free`)
  if (kind) conditions.push(sql`and s.kind = ${kind}`)
  // Lists found once and hashed: `is true`, like the `or`, keeps them from becoming a join.
  if (language) {
    const spoken = sql`g.code = ${language} and g.withdrawn_at is null`
    conditions.push(sql`and (s.main_language = ${language} or s.id in (
      select g.service_id from directory_language g where g.service_id is not null and ${spoken}
      union all ${servicesAt(sql`select g.location_id from directory_language g where ${spoken}`)}))`)
  }
  for (const word of wordsOf(area)) {
    conditions.push(sql`and (s.id in (
      select r.service_id from service_area r where r.withdrawn_at is null
        and (r.name_key like ${word} or r.level = 'country')
      union all ${servicesAt(sql`select a.location_id from directory_address a
        where a.withdrawn_at is null and a.area_key like ${word}`)})) is true`)
  }
  if (before) {
    conditions.push(sql`and (s.name_key, s.id) >
      (select p.name_key, p.id from service p where p.id = ${before})`)
  }
  return conditions
}

/** As an array, because a join of tables just imported is planned for the few rows they had before. */
function servicesAt(locations: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select l.service_id from service_at_location l
    where l.withdrawn_at is null and l.location_id = any (array(${locations}))`
}

/** Each word as it is searched for: anywhere in the name, however it was typed. */
function wordsOf(typed: string | undefined): string[] {
  return normaliseName(typed ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word}%`)
}

export interface CandidateRow extends ServiceLineRow {
  domainsFrom: string
  minimumAge: number | null
  maximumAge: number | null
  acceptsSex: string | null
  eligibility: string
  fees: string
  waitTime: string
  interpretation: string
  areas: { name: string; level: string | null }[]
  access: string[]
  phones: PhoneRow[]
}

interface PhoneRow {
  id: string
  number: string
  extension: string
  line: string
  description: string
}

const phoneJson = sql`jsonb_build_object('id', f.id, 'number', f.number, 'extension', f.extension,
  'line', f.line, 'description', f.description)`

/** The telephones of a service, of its places, or else of its organisation. */
const phones = sql`coalesce((select jsonb_agg(${phoneJson} order by f.service_id is null, f.line = 'fax', f.id)
    from directory_phone f where f.withdrawn_at is null
      and (f.service_id = s.id or (f.service_id is null and f.location_id = any (${places}))
        or (f.organisation_id = o.id and f.service_id is null and f.location_id is null))), '[]')`

const areas = sql`coalesce((select jsonb_agg(jsonb_build_object('name', r.name, 'description', r.description,
    'level', r.level) order by r.id) from service_area r where r.service_id = s.id and r.withdrawn_at is null), '[]')`

/** Services for a need, and those of which nobody said what they are for. */
export async function listCandidates(
  tx: Transaction,
  domain: string,
  limit: number,
): Promise<CandidateRow[]> {
  const found = await sql<CandidateRow>`
    select ${line}, s.domains_from, s.minimum_age, s.maximum_age, s.accepts_sex, s.eligibility, s.fees,
      s.wait_time, s.interpretation, ${phones} as phones, ${areas} as areas,
      array(select distinct x.code from directory_accessibility x where x.withdrawn_at is null
        and x.code is not null and x.location_id = any (${places})) as access
    from service s join organisation o on o.id = s.organisation_id
    where s.withdrawn_at is null and (s.need_domains @> array[${domain}]::text[] or s.need_domains = '{}')
    order by s.need_domains = '{}', s.status <> 'active', s.name_key, s.id limit ${limit}`.execute(
    tx,
  )
  return found.rows
}

/** The service as the database tells it; what is made of it before it leaves is told apart. */
export type ServiceRow = Omit<
  Told<AnswerOf<typeof readService>>,
  'categories' | 'languages' | 'schedules'
> & {
  mainLanguage: string
  terms: { code: string; name: string }[]
  languages: { code: string; name: string; note: string }[]
  /** Hours of the service, and those of its places. */
  schedules: (Told<AnswerOf<typeof readService>>['schedules'][number] & { ofService: boolean })[]
}

const addressJson = sql`jsonb_build_object('place', a.place, 'attention', a.attention, 'lines', a.lines,
  'city', a.city, 'region', a.region, 'province', a.province, 'postalCode', a.postal_code, 'country', a.country)`

const placeJson = sql`jsonb_build_object('id', p.id, 'version', p.version, 'place', d.place, 'name', d.name,
    'description', d.description, 'transport', d.transport, 'website', d.website,
    'latitude', d.latitude, 'longitude', d.longitude,
    'addresses', coalesce((select jsonb_agg(${addressJson} order by a.place, a.id) from directory_address a
      where a.location_id = p.id and a.withdrawn_at is null), '[]'),
    'access', coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'description', x.description,
        'details', x.details) order by x.id) from directory_accessibility x
      where x.location_id = p.id and x.withdrawn_at is null), '[]'))`

const scheduleJson = sql`jsonb_build_object('id', h.id, 'weekdays', h.weekdays, 'opensAt', left(h.opens_at::text, 5),
  'closesAt', left(h.closes_at::text, 5), 'closed', h.closed, 'validFrom', h.valid_from, 'validTo', h.valid_to,
  'everyYear', h.every_year, 'description', h.description, 'ofService', h.service_id is not null)`

/** Everything of one service that is not secret. */
export async function findService(tx: Transaction, id: string): Promise<ServiceRow | undefined> {
  const found = await sql<ServiceRow>`
    select s.id, s.version, s.kind, s.name, s.alternate_name, s.programme, s.description, s.website, s.email,
      s.status, s.alert, s.audience, s.eligibility, s.minimum_age, s.maximum_age, s.accepts_sex, s.free, s.fees,
      s.application_process, s.wait_time, s.interpretation, s.accreditations, s.licences, s.need_domains,
      s.domains_from, s.keywords, s.main_language, s.last_confirmed_on,
      jsonb_build_object('id', o.id, 'name', o.name, 'description', o.description, 'website', o.website,
        'email', o.email) as organisation,
      ${phones} as phones, ${areas} as areas,
      coalesce((select jsonb_agg(jsonb_build_object('option', c.option, 'amount', c.amount,
          'currency', c.currency, 'description', c.description, 'validFrom', c.valid_from, 'validTo', c.valid_to)
        order by c.id) from service_cost c where c.service_id = s.id and c.withdrawn_at is null), '[]') as costs,
      coalesce((select jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name) order by t.code, t.name)
        from service_term st join taxonomy_term t on t.id = st.term_id
        where st.service_id = s.id and st.withdrawn_at is null), '[]') as terms,
      coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name, 'note', g.note) order by g.id)
        from directory_language g where g.withdrawn_at is null
          and (g.service_id = s.id or g.location_id = any (${places}))), '[]') as languages,
      coalesce((select jsonb_agg(jsonb_build_object('document', m.document, 'link', m.link) order by m.id)
        from service_document m where m.service_id = s.id and m.withdrawn_at is null), '[]') as papers,
      coalesce((select jsonb_agg(jsonb_build_object('name', k.name, 'title', k.title, 'department', k.department,
          'email', k.email) order by k.service_id is null, k.id)
        from directory_contact k where k.withdrawn_at is null
          and (k.service_id = s.id or (k.service_id is null and k.location_id = any (${places})))), '[]') as contacts,
      coalesce((select jsonb_agg(${scheduleJson} order by h.every_year, h.valid_from nulls first, h.id)
        from directory_schedule h where h.withdrawn_at is null
          and (h.service_id = s.id or (h.service_id is null and h.location_id = any (${places})))), '[]') as schedules,
      coalesce((select jsonb_agg(${placeJson} order by d.name, p.id)
        from location p join location_detail d on d.location_id = p.id
        where p.withdrawn_at is null and p.id = any (${places})), '[]') as places,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version) order by p.id)
        from location p where p.organisation_id = o.id and p.secret and p.withdrawn_at is null), '[]') as secret_places,
      coalesce((select jsonb_agg(jsonb_build_object('confirmedOn', q.confirmed_on, 'how', q.how, 'parts', q.parts,
          'note', q.note, 'by', q.full_name) order by q.confirmed_on desc)
        from (select v.*, w.full_name from service_confirmation v left join worker w on w.id = v.confirmed_by
          where v.service_id = s.id order by v.confirmed_on desc, v.id desc limit 5) q), '[]') as confirmations,
      s.steward_agency_id = my_agency() as mine,
      (select jsonb_build_object('name', i.source, 'licence', i.licence, 'attribution', i.attribution,
          'importedAt', i.imported_at) from directory_import i where i.id = s.import_id) as source
    from service s join organisation o on o.id = s.organisation_id
    where s.id = ${id} and s.withdrawn_at is null`.execute(tx)
  return found.rows[0]
}
