import type { Directory } from '@peyvand/domain/directory/directory.ts'
import { isFree } from '@peyvand/domain/directory/is-free.ts'
import type { FilledTableName } from './filled-tables.ts'
import { categorise } from './service-categories.ts'
import { wordsOfService } from './words-of-service.ts'

type Row = Record<string, unknown>

export interface ImportContext {
  agencyId: string
  source: string
  importId: string
  language: string
  /** Ids in the source of places that are secret here. */
  secretPlaces: ReadonlySet<string>
  /** Our id of a row of the source; a row seen for the first time is given one. */
  idOf: (table: FilledTableName, sourceId: string) => string
}

/** The rows an import writes. What belongs to a secret place is left out: nobody would see it. */
export function directoryRows(
  directory: Directory,
  context: ImportContext,
): Record<FilledTableName, Row[]> {
  const { idOf, secretPlaces } = context
  const at = (table: FilledTableName, sourceId: string | null) =>
    sourceId === null ? null : idOf(table, sourceId)
  const shown = <T extends { locationId: string | null }>(rows: readonly T[]) =>
    rows.filter(({ locationId }) => locationId === null || !secretPlaces.has(locationId))
  const row = (table: FilledTableName, { sourceId, extra }: { sourceId: string; extra: Row }) => ({
    id: idOf(table, sourceId),
    steward_agency_id: context.agencyId,
    source: context.source,
    source_id: sourceId,
    extra,
    withdrawn_at: null,
  })
  const owners = (of: { serviceId: string | null; locationId: string | null }) => ({
    service_id: at('services', of.serviceId),
    location_id: at('locations', of.locationId),
  })
  const termsOf = Map.groupBy(directory.serviceTerms, ({ serviceId }) => serviceId)
  const costsOf = Map.groupBy(directory.costs, ({ serviceId }) => serviceId)
  const terms = new Map(directory.terms.map((term) => [term.sourceId, term]))
  const contacts = shown(directory.contacts)
  const contactIds = new Set(contacts.map(({ sourceId }) => sourceId))
  const phones = shown(directory.phones)
  const phoneIds = new Set(phones.map(({ sourceId }) => sourceId))
  const languages = shown(directory.languages).filter(
    ({ phoneId, serviceId, locationId }) =>
      serviceId !== null || locationId !== null || phoneIds.has(phoneId ?? ''),
  )
  const openPlaces = directory.locations.filter(({ sourceId }) => !secretPlaces.has(sourceId))

  return {
    terms: directory.terms.map((term) => ({
      ...row('terms', term),
      code: term.code,
      name: term.name,
      description: term.description,
      taxonomy: term.taxonomy,
      parent_id: at('terms', term.parentId),
    })),
    organisations: directory.organisations.map((organisation) => ({
      ...row('organisations', organisation),
      import_id: context.importId,
      parent_id: at('organisations', organisation.parentId),
      name: organisation.name,
      alternate_name: organisation.alternateName,
      description: organisation.description,
      email: organisation.email,
      website: organisation.website,
    })),
    services: directory.services.map((service) => {
      const named = (termsOf.get(service.sourceId) ?? []).flatMap(
        ({ termId }) => terms.get(termId) ?? [],
      )
      const { domains, from } = categorise({ ...service, terms: named })
      return {
        ...row('services', service),
        import_id: context.importId,
        organisation_id: idOf('organisations', service.organisationId),
        programme: service.programme,
        name: service.name,
        alternate_name: service.alternateName,
        description: service.description,
        email: service.email,
        website: service.website,
        status: service.status,
        audience: service.audience,
        eligibility: service.eligibility,
        minimum_age: service.minimumAge,
        maximum_age: service.maximumAge,
        fees: service.fees,
        free: isFree(service.fees, costsOf.get(service.sourceId) ?? []),
        application_process: service.applicationProcess,
        wait_time: service.waitTime,
        interpretation: service.interpretation,
        accreditations: service.accreditations,
        licences: service.licences,
        alert: service.alert,
        keywords: service.keywords,
        need_domains: domains,
        domains_from: from,
        main_language: context.language,
        last_confirmed_on: service.confirmedOn,
        words_key: wordsOfService({ ...service, terms: named }),
      }
    }),
    locations: directory.locations.map(({ extra: _detail, ...location }) => {
      const { extra: _none, ...skeleton } = row('locations', { ...location, extra: {} })
      return {
        ...skeleton,
        import_id: context.importId,
        organisation_id: at('organisations', location.organisationId),
      }
    }),
    locationDetails: openPlaces.map((location) => ({
      location_id: idOf('locations', location.sourceId),
      steward_agency_id: context.agencyId,
      place: location.kind,
      name: location.name,
      alternate_name: location.alternateName,
      description: location.description,
      transport: location.transport,
      website: location.website,
      latitude: location.latitude,
      longitude: location.longitude,
      extra: location.extra,
    })),
    servicesAtLocations: shown(directory.servicesAtLocations).map((both) => ({
      ...row('servicesAtLocations', both),
      ...owners(both),
      description: both.description,
    })),
    addresses: shown(directory.addresses).map((address) => ({
      ...row('addresses', address),
      location_id: idOf('locations', address.locationId),
      place: address.kind,
      attention: address.attention,
      lines: address.lines,
      city: address.city,
      region: address.region,
      province: address.province,
      postal_code: address.postalCode,
      country: address.country,
    })),
    contacts: contacts.map((contact) => ({
      ...row('contacts', contact),
      ...owners(contact),
      organisation_id: at('organisations', contact.organisationId),
      name: contact.name,
      title: contact.title,
      department: contact.department,
      email: contact.email,
    })),
    phones: phones.map((phone) => ({
      ...row('phones', phone),
      ...owners(phone),
      organisation_id: at('organisations', phone.organisationId),
      contact_id: contactIds.has(phone.contactId ?? '') ? at('contacts', phone.contactId) : null,
      number: phone.number,
      extension: phone.extension,
      line: phone.kind,
      description: phone.description,
    })),
    schedules: shown(directory.schedules).map((schedule) => ({
      ...row('schedules', schedule),
      ...owners(schedule),
      weekdays: schedule.weekdays,
      opens_at: schedule.opensAt,
      closes_at: schedule.closesAt,
      closed: schedule.closed,
      valid_from: schedule.validFrom,
      valid_to: schedule.validTo,
      every_year: schedule.everyYear,
      description: schedule.description,
    })),
    languages: languages.map((language) => ({
      ...row('languages', language),
      ...owners(language),
      phone_id: phoneIds.has(language.phoneId ?? '') ? at('phones', language.phoneId) : null,
      code: language.code,
      name: language.name,
      note: language.note,
    })),
    accessibility: shown(directory.accessibility).map((access) => ({
      ...row('accessibility', access),
      location_id: idOf('locations', access.locationId),
      code: access.code,
      description: access.description,
      details: access.details,
    })),
    costs: directory.costs.map((cost) => ({
      ...row('costs', cost),
      service_id: idOf('services', cost.serviceId),
      option: cost.option,
      amount: cost.amount,
      currency: cost.currency,
      description: cost.description,
      valid_from: cost.validFrom,
      valid_to: cost.validTo,
    })),
    serviceAreas: directory.serviceAreas.map((area) => ({
      ...row('serviceAreas', area),
      service_id: idOf('services', area.serviceId),
      name: area.name,
      description: area.description,
      level: area.level,
    })),
    requiredDocuments: directory.requiredDocuments.map((paper) => ({
      ...row('requiredDocuments', paper),
      service_id: idOf('services', paper.serviceId),
      document: paper.document,
      link: paper.link,
    })),
    serviceTerms: directory.serviceTerms.map((term) => ({
      ...row('serviceTerms', term),
      service_id: idOf('services', term.serviceId),
      term_id: idOf('terms', term.termId),
    })),
    kept: directory.kept.map(({ table, sourceId, values }) => {
      const { extra: content, ...kept } = row('kept', {
        sourceId: `${table}/${sourceId}`,
        extra: values,
      })
      return { ...kept, of_table: table, content }
    }),
  }
}
