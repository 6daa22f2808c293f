/**
 * The tables of the Human Services Data Specification 3.0 (Open Referral) as far as they are
 * checked here: what a cell must look like, what it points to, what a row cannot stand without.
 */
export type CellKind =
  | { kind: 'id' }
  | { kind: 'name' }
  | { kind: 'text' }
  | { kind: 'number'; least: number; most: number }
  | { kind: 'day' }
  | { kind: 'time' }
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'weekdays' }
  /** Points to a row of another table; `owner` ones say whose the row is, and one must hold. */
  | { kind: 'reference'; to: HsdsTable; owner?: boolean }

export interface Column {
  cell: CellKind
  required?: boolean
}

export type HsdsTable =
  | 'organization'
  | 'program'
  | 'service'
  | 'location'
  | 'service_at_location'
  | 'address'
  | 'phone'
  | 'contact'
  | 'schedule'
  | 'service_area'
  | 'language'
  | 'accessibility'
  | 'cost_option'
  | 'required_document'
  | 'taxonomy'
  | 'taxonomy_term'
  | 'attribute'
  | 'funding'
  | 'organization_identifier'
  | 'metadata'
  | 'meta_table_description'

const id: Column = { cell: { kind: 'id' }, required: true }
const name: Column = { cell: { kind: 'name' } }
const text: Column = { cell: { kind: 'text' } }
const day: Column = { cell: { kind: 'day' } }
const time: Column = { cell: { kind: 'time' } }
const age: Column = { cell: { kind: 'number', least: 0, most: 130 } }
const needed = (column: Column): Column => ({ ...column, required: true })
const to = (table: HsdsTable): Column => ({ cell: { kind: 'reference', to: table } })
const of = (table: HsdsTable): Column => ({ cell: { kind: 'reference', to: table, owner: true } })

export const hsdsTables: Record<HsdsTable, Record<string, Column>> = {
  organization: {
    id,
    name: needed(name),
    alternate_name: name,
    description: text,
    email: text,
    website: text,
    tax_status: text,
    tax_id: text,
    year_incorporated: text,
    legal_status: text,
    logo: text,
    uri: text,
    parent_organization_id: to('organization'),
  },
  program: {
    id,
    organization_id: of('organization'),
    name: needed(name),
    alternate_name: name,
    description: text,
  },
  service: {
    id,
    organization_id: needed(of('organization')),
    program_id: to('program'),
    name: needed(name),
    alternate_name: name,
    description: text,
    url: text,
    email: text,
    status: {
      cell: { kind: 'choice', of: ['active', 'inactive', 'defunct', 'temporarily closed'] },
      required: true,
    },
    interpretation_services: text,
    application_process: text,
    fees_description: text,
    wait_time: text,
    fees: text,
    accreditations: text,
    eligibility_description: text,
    minimum_age: age,
    maximum_age: age,
    assured_date: day,
    assurer_email: text,
    licenses: text,
    alert: text,
    last_modified: text,
    last_action_date: text,
    last_action_type: text,
    audience: text,
    keywords: text,
  },
  location: {
    id,
    location_type: { cell: { kind: 'choice', of: ['physical', 'postal', 'virtual'] } },
    url: text,
    organization_id: to('organization'),
    name,
    alternate_name: name,
    description: text,
    transportation: text,
    latitude: text,
    longitude: text,
    external_identifier: text,
    external_identifier_type: text,
  },
  service_at_location: {
    id,
    service_id: needed(of('service')),
    location_id: needed(of('location')),
    description: text,
  },
  address: {
    id,
    location_id: needed(of('location')),
    attention: text,
    address_1: text,
    address_2: text,
    city: name,
    region: name,
    state_province: name,
    postal_code: name,
    country: name,
    address_type: { cell: { kind: 'choice', of: ['physical', 'postal', 'virtual'] } },
  },
  contact: {
    id,
    organization_id: of('organization'),
    service_id: of('service'),
    service_at_location_id: of('service_at_location'),
    location_id: of('location'),
    name,
    title: name,
    department: name,
    email: text,
  },
  phone: {
    id,
    location_id: of('location'),
    service_id: of('service'),
    organization_id: of('organization'),
    contact_id: of('contact'),
    service_at_location_id: of('service_at_location'),
    number: needed(name),
    extension: name,
    type: name,
    description: text,
  },
  schedule: {
    id,
    service_id: of('service'),
    location_id: of('location'),
    service_at_location_id: of('service_at_location'),
    valid_from: day,
    valid_to: day,
    dtstart: day,
    timezone: text,
    until: day,
    count: text,
    wkst: text,
    freq: { cell: { kind: 'choice', of: ['WEEKLY', 'MONTHLY'] } },
    interval: text,
    byday: { cell: { kind: 'weekdays' } },
    byweekno: text,
    bymonthday: text,
    byyearday: text,
    description: text,
    opens_at: time,
    closes_at: time,
    schedule_link: text,
    attending_type: text,
    notes: text,
    closed: { cell: { kind: 'choice', of: ['true', 'false'] } },
    every_year: { cell: { kind: 'choice', of: ['true', 'false'] } },
  },
  service_area: {
    id,
    service_id: of('service'),
    service_at_location_id: of('service_at_location'),
    name: text,
    description: text,
    extent: text,
    extent_type: text,
    uri: text,
  },
  language: {
    id,
    service_id: of('service'),
    location_id: of('location'),
    phone_id: of('phone'),
    contact_id: of('contact'),
    name,
    code: name,
    note: text,
  },
  accessibility: {
    id,
    location_id: needed(of('location')),
    description: text,
    details: text,
    url: text,
  },
  cost_option: {
    id,
    service_id: needed(of('service')),
    valid_from: day,
    valid_to: day,
    option: text,
    currency: name,
    amount: { cell: { kind: 'number', least: 0, most: 1e12 } },
    amount_description: text,
  },
  required_document: { id, service_id: needed(of('service')), document: text, uri: text },
  taxonomy: { id, name: needed(name), description: text, uri: text, version: text },
  taxonomy_term: {
    id,
    code: name,
    name: needed(name),
    description: text,
    parent_id: to('taxonomy_term'),
    taxonomy: name,
    language: name,
    taxonomy_id: to('taxonomy'),
    term_uri: text,
  },
  attribute: {
    id,
    link_id: { cell: { kind: 'id' }, required: true },
    taxonomy_term_id: needed(to('taxonomy_term')),
    link_type: text,
    link_entity: text,
    value: text,
  },
  funding: { id, organization_id: of('organization'), service_id: of('service'), source: text },
  organization_identifier: {
    id,
    organization_id: needed(of('organization')),
    identifier_scheme: text,
    identifier_type: text,
    identifier: text,
  },
  metadata: {
    id,
    resource_id: text,
    resource_type: text,
    last_action_date: text,
    last_action_type: text,
    field_name: text,
    previous_value: text,
    replacement_value: text,
    updated_by: text,
  },
  meta_table_description: { id, name: text, language: text, character_set: text },
}

/** Tables of the standard for which there is no use here yet. */
export const keptTables: ReadonlySet<HsdsTable> = new Set([
  'program',
  'funding',
  'taxonomy',
  'organization_identifier',
  'metadata',
  'meta_table_description',
])

const plurals: Record<string, HsdsTable> = {
  organizations: 'organization',
  programs: 'program',
  services: 'service',
  locations: 'location',
  services_at_location: 'service_at_location',
  service_at_locations: 'service_at_location',
  addresses: 'address',
  phones: 'phone',
  contacts: 'contact',
  schedules: 'schedule',
  service_areas: 'service_area',
  languages: 'language',
  accessibilities: 'accessibility',
  accessibility_for_disabilities: 'accessibility',
  cost_options: 'cost_option',
  required_documents: 'required_document',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
  attributes: 'attribute',
  fundings: 'funding',
  organization_identifiers: 'organization_identifier',
  meta_table_descriptions: 'meta_table_description',
}

/** The table a file holds by its name (`services.csv`, `service.csv`), if the standard knows it. */
export function findHsdsTable(fileName: string): HsdsTable | undefined {
  const stem = stemOf(fileName)
  if (Object.hasOwn(hsdsTables, stem)) return stem as HsdsTable
  return Object.hasOwn(plurals, stem) ? plurals[stem] : undefined
}

/** `Services.CSV` → `services`. */
export function stemOf(fileName: string): string {
  return fileName.replace(/\.(csv|json|txt)$/i, '').toLowerCase()
}
