import { sql } from 'kysely'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readService } from '@peyvand/domain/directory/contract.ts'
import type { Transaction } from '../../platform/db/database.ts'
import type { Told } from '../../platform/http/route-context.ts'
import { areas, phones, places } from './service-fragments.ts'

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
