import { sql } from 'kysely'

// As an array the places are found once for each service, and then by their index.
export const places = sql`array(select l.location_id from service_at_location l
  where l.service_id = s.id and l.withdrawn_at is null)`

export interface PhoneRow {
  id: string
  number: string
  extension: string
  line: string
  description: string
}

const phoneJson = sql`jsonb_build_object('id', f.id, 'number', f.number, 'extension', f.extension,
  'line', f.line, 'description', f.description)`

/** The telephones of a service, of its places, or else of its organisation. */
export const phones = sql`coalesce((select jsonb_agg(${phoneJson} order by f.service_id is null, f.line = 'fax', f.id)
    from directory_phone f where f.withdrawn_at is null
      and (f.service_id = s.id or (f.service_id is null and f.location_id = any (${places}))
        or (f.organisation_id = o.id and f.service_id is null and f.location_id is null))), '[]')`

export const areas = sql`coalesce((select jsonb_agg(jsonb_build_object('name', r.name, 'description', r.description,
    'level', r.level) order by r.id) from service_area r where r.service_id = s.id and r.withdrawn_at is null), '[]')`
