import type { FilledTable } from './upsert-rows.ts'

const row = { id: 'uuid', steward_agency_id: 'uuid', source: 'text', source_id: 'text' }
const rest = { extra: 'jsonb', withdrawn_at: 'timestamptz' }

function table(name: string, columns: Record<string, string>): FilledTable {
  return { name, key: 'id', columns: { ...row, ...columns, ...rest } }
}

/** The tables an import fills, in the order in which they need one another. */
export const filledTables = {
  terms: table('taxonomy_term', {
    code: 'text',
    name: 'text',
    description: 'text',
    taxonomy: 'text',
    parent_id: 'uuid',
  }),
  organisations: table('organisation', {
    import_id: 'uuid',
    parent_id: 'uuid',
    name: 'text',
    alternate_name: 'text',
    description: 'text',
    email: 'text',
    website: 'text',
  }),
  services: {
    ...table('service', {
      import_id: 'uuid',
      organisation_id: 'uuid',
      programme: 'text',
      name: 'text',
      alternate_name: 'text',
      description: 'text',
      email: 'text',
      website: 'text',
      status: 'text',
      audience: 'text',
      eligibility: 'text',
      minimum_age: 'numeric',
      maximum_age: 'numeric',
      fees: 'text',
      free: 'boolean',
      application_process: 'text',
      wait_time: 'text',
      interpretation: 'text',
      accreditations: 'text',
      licences: 'text',
      alert: 'text',
      keywords: 'text[]',
      need_domains: 'text[]',
      domains_from: 'text',
      main_language: 'text',
      last_confirmed_on: 'date',
      words_key: 'text',
    }),
    // What a steward said of the needs it answers stands; the later confirmation counts.
    unless: {
      need_domains:
        "case t.domains_from when 'steward' then t.need_domains else excluded.need_domains end",
      domains_from:
        "case t.domains_from when 'steward' then 'steward' else excluded.domains_from end",
      last_confirmed_on: 'greatest(t.last_confirmed_on, excluded.last_confirmed_on)',
    },
  },
  locations: {
    name: 'location',
    key: 'id',
    columns: {
      ...row,
      import_id: 'uuid',
      organisation_id: 'uuid',
      withdrawn_at: 'timestamptz',
    },
  },
  locationDetails: {
    name: 'location_detail',
    key: 'location_id',
    columns: {
      location_id: 'uuid',
      steward_agency_id: 'uuid',
      place: 'text',
      name: 'text',
      alternate_name: 'text',
      description: 'text',
      transport: 'text',
      website: 'text',
      latitude: 'double precision',
      longitude: 'double precision',
      extra: 'jsonb',
    },
  },
  servicesAtLocations: table('service_at_location', {
    service_id: 'uuid',
    location_id: 'uuid',
    description: 'text',
  }),
  addresses: table('directory_address', {
    location_id: 'uuid',
    place: 'text',
    attention: 'text',
    lines: 'text',
    city: 'text',
    region: 'text',
    province: 'text',
    postal_code: 'text',
    country: 'text',
  }),
  contacts: table('directory_contact', {
    organisation_id: 'uuid',
    service_id: 'uuid',
    location_id: 'uuid',
    name: 'text',
    title: 'text',
    department: 'text',
    email: 'text',
  }),
  phones: table('directory_phone', {
    organisation_id: 'uuid',
    service_id: 'uuid',
    location_id: 'uuid',
    contact_id: 'uuid',
    number: 'text',
    extension: 'text',
    line: 'text',
    description: 'text',
  }),
  schedules: table('directory_schedule', {
    service_id: 'uuid',
    location_id: 'uuid',
    weekdays: 'text[]',
    opens_at: 'time',
    closes_at: 'time',
    closed: 'boolean',
    valid_from: 'date',
    valid_to: 'date',
    every_year: 'boolean',
    description: 'text',
  }),
  languages: table('directory_language', {
    service_id: 'uuid',
    location_id: 'uuid',
    phone_id: 'uuid',
    code: 'text',
    name: 'text',
    note: 'text',
  }),
  accessibility: table('directory_accessibility', {
    location_id: 'uuid',
    code: 'text',
    description: 'text',
    details: 'text',
  }),
  costs: table('service_cost', {
    service_id: 'uuid',
    option: 'text',
    amount: 'numeric',
    currency: 'text',
    description: 'text',
    valid_from: 'date',
    valid_to: 'date',
  }),
  serviceAreas: table('service_area', {
    service_id: 'uuid',
    name: 'text',
    description: 'text',
    level: 'text',
  }),
  requiredDocuments: table('service_document', {
    service_id: 'uuid',
    document: 'text',
    link: 'text',
  }),
  serviceTerms: table('service_term', { service_id: 'uuid', term_id: 'uuid' }),
  kept: {
    name: 'directory_kept_row',
    key: 'id',
    columns: { ...row, of_table: 'text', content: 'jsonb', withdrawn_at: 'timestamptz' },
  },
} satisfies Record<string, FilledTable>

export type FilledTableName = keyof typeof filledTables

/** All of them but the details of places, which have the id of their place. */
export const sourcedTables = Object.keys(filledTables).filter(
  (name) => name !== 'locationDetails',
) as FilledTableName[]
