import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { normaliseName } from '@peyvand/domain/text/normalise-name.ts'
import type { Transaction } from '../../platform/db/database.ts'
import { areas, phones, places } from './service-fragments.ts'
import type { PhoneRow } from './service-fragments.ts'

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
  if (area) conditions.push(sql`and ${serves(area)}`)
  if (before) {
    conditions.push(sql`and (s.name_key, s.id) >
      (select p.name_key, p.id from service p where p.id = ${before})`)
  }
  return conditions
}

/** The service is for people of the place, or is there. */
function serves(area: string): RawBuilder<unknown> {
  const words = wordsOf(area).map(
    (word) => sql`(s.id in (
      select r.service_id from service_area r where r.withdrawn_at is null
        and (r.name_key like ${word} or r.level = 'country')
      union all ${servicesAt(sql`select a.location_id from directory_address a
        where a.withdrawn_at is null and a.area_key like ${word}`)})) is true`,
  )
  return words.length === 0 ? sql`true` : sql`(${sql.join(words, sql` and `)})`
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

/**
 * Services for a need, and those of which nobody said what they are for. Where there are more than
 * can be judged: first those near, those the agency wrote itself, those confirmed last.
 */
export async function listCandidates(
  tx: Transaction,
  { domain, area, limit }: { domain: string; area: string; limit: number },
): Promise<CandidateRow[]> {
  const found = await sql<CandidateRow>`
    select ${line}, s.domains_from, s.minimum_age, s.maximum_age, s.accepts_sex, s.eligibility, s.fees,
      s.wait_time, s.interpretation, ${phones} as phones, ${areas} as areas,
      array(select distinct x.code from directory_accessibility x where x.withdrawn_at is null
        and x.code is not null and x.location_id = any (${places})) as access
    from service s join organisation o on o.id = s.organisation_id
    where s.withdrawn_at is null and (s.need_domains @> array[${domain}]::text[] or s.need_domains = '{}')
    order by s.need_domains = '{}', s.status <> 'active', (${serves(area)}) is true desc, s.source is not null,
      s.last_confirmed_on desc nulls last, s.name_key, s.id limit ${limit}`.execute(tx)
  return found.rows
}
