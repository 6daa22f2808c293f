import { buildSchedule } from './build-schedule.ts'
import { buildService } from './build-service.ts'
import { accessCodes, phoneKinds } from './directory.ts'
import type { AccessCode, Directory, PhoneKind } from './directory.ts'
import { keptTables } from './hsds-tables.ts'
import type { HsdsTable } from './hsds-tables.ts'
import { readNumber } from './read-cell.ts'
import { findLanguageCode } from './language-codes.ts'
import { keep, sourceOf, take } from './raw-row.ts'
import type { RawRow } from './raw-row.ts'
import { ownerColumns, ownersOf } from './row-owners.ts'

type Kind = 'physical' | 'postal' | 'virtual'

const phoneKindOf: Record<string, PhoneKind> = {
  cell: 'mobile',
  sms: 'text',
  tty: 'textphone',
  tdd: 'textphone',
}

/** Rows that were checked → the directory. Whatever has no field of its own is kept beside. */
export function buildDirectory(rows: readonly RawRow[]): Directory {
  const of = (table: HsdsTable) => rows.filter((row) => row.table === table)
  const programmes = new Map(of('program').map((row) => [take(row, 'id'), take(row, 'name')]))
  const places = new Map(
    of('service_at_location').map((row) => [
      take(row, 'id'),
      { serviceId: take(row, 'service_id'), locationId: take(row, 'location_id') },
    ]),
  )
  const contacts = of('contact').map((row) => ({
    ...ownersOf(row, places),
    name: take(row, 'name'),
    title: take(row, 'title'),
    department: take(row, 'department'),
    email: take(row, 'email'),
    ...sourceOf(row, ['name', 'title', 'department', 'email', ...ownerColumns]),
  }))
  const contactOwners = new Map(contacts.map((contact) => [contact.sourceId, contact]))
  const serviceIds = new Set(of('service').map((row) => take(row, 'id')))
  const terms = of('attribute').filter((row) => serviceIds.has(take(row, 'link_id')))
  return {
    organisations: of('organization').map((row) => ({
      name: take(row, 'name'),
      alternateName: take(row, 'alternate_name'),
      description: take(row, 'description'),
      email: take(row, 'email'),
      website: take(row, 'website'),
      parentId: take(row, 'parent_organization_id') || null,
      ...sourceOf(row, [
        'name',
        'alternate_name',
        'description',
        'email',
        'website',
        'parent_organization_id',
      ]),
    })),
    services: of('service').map((row) => buildService(row, programmes)),
    locations: of('location').map(buildLocation),
    servicesAtLocations: of('service_at_location').map((row) => ({
      serviceId: take(row, 'service_id'),
      locationId: take(row, 'location_id'),
      description: take(row, 'description'),
      ...sourceOf(row, ['service_id', 'location_id', 'description']),
    })),
    addresses: of('address').map((row) => ({
      locationId: take(row, 'location_id'),
      kind: (take(row, 'address_type') || 'physical') as Kind,
      attention: take(row, 'attention'),
      lines: [take(row, 'address_1'), take(row, 'address_2')].filter((line) => line).join('\n'),
      city: take(row, 'city'),
      region: take(row, 'region'),
      province: take(row, 'state_province'),
      postalCode: take(row, 'postal_code'),
      country: take(row, 'country'),
      ...sourceOf(row, [
        'location_id',
        'address_type',
        'attention',
        'address_1',
        'address_2',
        'city',
        'region',
        'state_province',
        'postal_code',
        'country',
      ]),
    })),
    contacts,
    phones: of('phone').map((row) => {
      const contactId = take(row, 'contact_id') || null
      const own = ownersOf(row, places)
      const without = !own.organisationId && !own.serviceId && !own.locationId
      const contact = contactOwners.get(contactId ?? '')
      const owners = without && contact ? ownersOfContact(contact) : own
      const kind = take(row, 'type').toLowerCase()
      return {
        ...owners,
        contactId,
        number: take(row, 'number')
          .replace(/^"(.*)"$/, '$1')
          .trim(),
        extension: take(row, 'extension'),
        kind: phoneKindOf[kind] ?? phoneKinds.find((known) => known === kind) ?? phoneKindFor(kind),
        description: take(row, 'description'),
        ...sourceOf(row, ['contact_id', 'number', 'extension', 'description', ...ownerColumns]),
      }
    }),
    schedules: of('schedule').map((row) => buildSchedule(row, places)),
    languages: of('language').map((row) => ({
      serviceId: take(row, 'service_id') || null,
      locationId: take(row, 'location_id') || null,
      phoneId: take(row, 'phone_id') || null,
      code: take(row, 'code').toLowerCase() || findLanguageCode(take(row, 'name')),
      name: take(row, 'name'),
      note: take(row, 'note'),
      ...sourceOf(row, ['service_id', 'location_id', 'phone_id', 'code', 'name', 'note']),
    })),
    accessibility: of('accessibility').map((row) => {
      const description = take(row, 'description')
      const code = accessCodes.find((known) => known === description) ?? null
      return {
        locationId: take(row, 'location_id'),
        code: code as AccessCode | null,
        description: code ? '' : description,
        details: take(row, 'details'),
        ...sourceOf(row, ['location_id', 'description', 'details']),
      }
    }),
    costs: of('cost_option').map((row) => ({
      serviceId: take(row, 'service_id'),
      option: take(row, 'option'),
      amount: readNumber(take(row, 'amount')) ?? null,
      currency: take(row, 'currency').toUpperCase(),
      description: take(row, 'amount_description'),
      validFrom: take(row, 'valid_from') || null,
      validTo: take(row, 'valid_to') || null,
      ...sourceOf(row, [
        'service_id',
        'option',
        'amount',
        'currency',
        'amount_description',
        'valid_from',
        'valid_to',
      ]),
    })),
    serviceAreas: of('service_area').map((row) => ({
      serviceId:
        take(row, 'service_id') ||
        (places.get(take(row, 'service_at_location_id'))?.serviceId ?? ''),
      name: take(row, 'name'),
      description: take(row, 'description'),
      level: null,
      ...sourceOf(row, ['service_id', 'service_at_location_id', 'name', 'description']),
    })),
    requiredDocuments: of('required_document').map((row) => ({
      serviceId: take(row, 'service_id'),
      document: take(row, 'document'),
      link: take(row, 'uri'),
      ...sourceOf(row, ['service_id', 'document', 'uri']),
    })),
    terms: of('taxonomy_term').map((row) => ({
      code: take(row, 'code'),
      name: take(row, 'name'),
      description: take(row, 'description'),
      taxonomy: take(row, 'taxonomy'),
      parentId: take(row, 'parent_id') || null,
      ...sourceOf(row, ['code', 'name', 'description', 'taxonomy', 'parent_id']),
    })),
    serviceTerms: terms.map((row) => ({
      serviceId: take(row, 'link_id'),
      termId: take(row, 'taxonomy_term_id'),
      ...sourceOf(row, ['link_id', 'link_entity', 'taxonomy_term_id']),
    })),
    kept: rows
      .filter(
        (row) => keptTables.has(row.table) || (row.table === 'attribute' && !terms.includes(row)),
      )
      .map(keep),
  }
}

function ownersOfContact(contact: ReturnType<typeof ownersOf>) {
  const { organisationId, serviceId, locationId } = contact
  return { organisationId, serviceId, locationId }
}

function phoneKindFor(written: string): PhoneKind {
  return written === '' ? 'voice' : 'other'
}

function buildLocation(row: RawRow) {
  return {
    organisationId: take(row, 'organization_id') || null,
    kind: (take(row, 'location_type') || 'physical') as Kind,
    name: take(row, 'name'),
    alternateName: take(row, 'alternate_name'),
    description: take(row, 'description'),
    transport: take(row, 'transportation'),
    website: take(row, 'url'),
    latitude: readNumber(take(row, 'latitude')) ?? null,
    longitude: readNumber(take(row, 'longitude')) ?? null,
    ...sourceOf(row, [
      'organization_id',
      'location_type',
      'name',
      'alternate_name',
      'description',
      'transportation',
      'url',
      'latitude',
      'longitude',
    ]),
  }
}
