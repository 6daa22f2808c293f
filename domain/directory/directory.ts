/** Days are ISO `YYYY-MM-DD`, times `HH:MM`; absent text is `''`, absent numbers are `null`. */

export const serviceStatuses = ['active', 'inactive', 'defunct', 'temporarily_closed'] as const
export type ServiceStatus = (typeof serviceStatuses)[number]

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

export const phoneKinds = [
  'voice',
  'mobile',
  'text',
  'hotline',
  'fax',
  'textphone',
  'other',
] as const
export type PhoneKind = (typeof phoneKinds)[number]

export const accessCodes = [
  'wheelchair',
  'wheelchair_van',
  'ramp',
  'elevator',
  'restroom',
  'disabled_parking',
  'deaf_interpreter',
  'tty',
  'tape_braille',
  'cd',
] as const
export type AccessCode = (typeof accessCodes)[number]

export const areaLevels = ['country', 'province', 'city', 'district'] as const
export type AreaLevel = (typeof areaLevels)[number]

interface SourceRow {
  /** The id the row has in the file it came from; the same row is known by it next time. */
  sourceId: string
  /** Columns the standard does not name, kept as they came. */
  extra: Record<string, string>
}

export interface OrganisationRow extends SourceRow {
  name: string
  alternateName: string
  description: string
  email: string
  website: string
  parentId: string | null
}

export interface ServiceRow extends SourceRow {
  organisationId: string
  programme: string
  name: string
  alternateName: string
  description: string
  website: string
  email: string
  status: ServiceStatus
  audience: string
  eligibility: string
  minimumAge: number | null
  maximumAge: number | null
  fees: string
  applicationProcess: string
  waitTime: string
  interpretation: string
  accreditations: string
  licences: string
  alert: string
  keywords: string[]
  confirmedOn: string | null
}

export interface LocationRow extends SourceRow {
  organisationId: string | null
  kind: 'physical' | 'postal' | 'virtual'
  name: string
  alternateName: string
  description: string
  transport: string
  website: string
  latitude: number | null
  longitude: number | null
}

export interface ServiceAtLocationRow extends SourceRow {
  serviceId: string
  locationId: string
  description: string
}

export interface AddressRow extends SourceRow {
  locationId: string
  kind: 'physical' | 'postal' | 'virtual'
  attention: string
  lines: string
  city: string
  region: string
  province: string
  postalCode: string
  country: string
}

/** A row that belongs to an organisation, a service, a place, or a service at a place. */
interface OwnedRow extends SourceRow {
  organisationId: string | null
  serviceId: string | null
  locationId: string | null
}

export interface ContactRow extends OwnedRow {
  name: string
  title: string
  department: string
  email: string
}

export interface PhoneRow extends OwnedRow {
  contactId: string | null
  number: string
  extension: string
  kind: PhoneKind
  description: string
}

export interface ScheduleRow extends Omit<OwnedRow, 'organisationId'> {
  weekdays: Weekday[]
  opensAt: string | null
  closesAt: string | null
  /** Not open on these days: a holiday. */
  closed: boolean
  validFrom: string | null
  validTo: string | null
  /** Only month and day count; the year of `validFrom` and `validTo` says nothing. */
  everyYear: boolean
  description: string
}

export interface LanguageRow extends Omit<OwnedRow, 'organisationId'> {
  phoneId: string | null
  /** ISO 639 code, `''` where the name is not known to us. */
  code: string
  name: string
  note: string
}

export interface AccessibilityRow extends SourceRow {
  locationId: string
  code: AccessCode | null
  description: string
  details: string
}

export interface CostRow extends SourceRow {
  serviceId: string
  option: string
  amount: number | null
  currency: string
  description: string
  validFrom: string | null
  validTo: string | null
}

export interface ServiceAreaRow extends SourceRow {
  serviceId: string
  name: string
  description: string
  level: AreaLevel | null
}

export interface RequiredDocumentRow extends SourceRow {
  serviceId: string
  document: string
  link: string
}

export interface TermRow extends SourceRow {
  code: string
  name: string
  description: string
  taxonomy: string
  parentId: string | null
}

export interface ServiceTermRow extends SourceRow {
  serviceId: string
  termId: string
}

/** A row of a table we do not use, kept whole so that nothing the source said is lost. */
export interface KeptRow {
  table: string
  sourceId: string
  values: Record<string, string>
}

/** A directory as it was read: rows refer to one another by their source ids. */
export interface Directory {
  organisations: OrganisationRow[]
  services: ServiceRow[]
  locations: LocationRow[]
  servicesAtLocations: ServiceAtLocationRow[]
  addresses: AddressRow[]
  contacts: ContactRow[]
  phones: PhoneRow[]
  schedules: ScheduleRow[]
  languages: LanguageRow[]
  accessibility: AccessibilityRow[]
  costs: CostRow[]
  serviceAreas: ServiceAreaRow[]
  requiredDocuments: RequiredDocumentRow[]
  terms: TermRow[]
  serviceTerms: ServiceTermRow[]
  kept: KeptRow[]
}

export const directoryFormats = ['hsds_tabular', 'hsds_json', 'ohana'] as const
export type DirectoryFormat = (typeof directoryFormats)[number]
