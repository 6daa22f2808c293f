import { v7 as newId } from 'uuid'
import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/directory/contract.ts'
import { normaliseName } from '@peyvand/domain/text/normalise-name.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { holdOwnService } from './hold-own-service.ts'
import * as store from './steward-store.ts'
import type { PartRow, ServiceChange, Steward } from './steward-store.ts'

type Added = InputOf<typeof contract.addService>
type Changed = InputOf<typeof contract.changeService>
type Written = Omit<Changed, 'version'>

/** A service the agency itself knows, formal or not, of an organisation that is here or is new. */
export async function addService(act: Act, { id, kind, organisation, ...written }: Added) {
  whyNotAges(written)
  const of: Steward = { stewardAgencyId: act.actor.agencyId, kind }
  act.audited.records.add(id)
  const known = await store.findOrganisation(act.tx, organisation.id)
  if (known && known.kind !== kind) throw new Refused('organisation_unknown')
  if (!known) await store.insertOrganisation(act.tx, { ...of, ...organisation })
  await store.insertService(act.tx, {
    ...of,
    id,
    organisationId: organisation.id,
    ...fieldsOf(written),
  })
  await writeParts(act, { ...of, serviceId: id }, written)
  if (written.place) await addPlace(act, of, { id, organisationId: organisation.id }, written.place)
  return { id, version: 1 }
}

/** Only what the agency wrote itself; a service from a file is changed where the file is kept. */
export async function changeService(act: Act, serviceId: string, { version, ...written }: Changed) {
  whyNotAges(written)
  const service = await holdOwnService(act, serviceId, version)
  if (service.source !== null) throw new Refused('service_from_source')
  const of: Steward = { stewardAgencyId: service.stewardAgencyId, kind: service.kind }
  await store.updateService(act.tx, serviceId, fieldsOf(written))
  await writeParts(act, { ...of, serviceId }, written)
  if (written.place !== undefined) await store.withdrawPlaces(act.tx, serviceId, act.now)
  if (written.place) await addPlace(act, of, service, written.place)
  return { version: version + 1 }
}

function whyNotAges({ minimumAge, maximumAge }: Written): void {
  if (minimumAge !== null && maximumAge !== null && minimumAge > maximumAge) {
    throw new Refused('ages_reversed', { minimumAge, maximumAge })
  }
}

function fieldsOf(written: Written): ServiceChange & { name: string } {
  const {
    languages: _l,
    areas: _a,
    papers: _p,
    phones: _f,
    schedules: _s,
    place: _w,
    ...fields
  } = written
  return { ...fields, domainsFrom: 'steward', wordsKey: normaliseName(written.name) }
}

async function writeParts(
  act: Act,
  of: Steward & { serviceId: string },
  { languages, areas, papers, phones, schedules }: Written,
): Promise<void> {
  const rows: Record<keyof typeof store.partTables, PartRow[]> = {
    languages: languages.map((code) => ({ id: newId(), code })),
    areas: areas.map((area) => ({ id: newId(), ...area })),
    papers: papers.map((document) => ({ id: newId(), document })),
    phones: phones.map((phone) => ({ id: newId(), ...phone })),
    schedules: schedules.map(({ opensAt, closesAt, ...schedule }) => ({
      id: newId(),
      ...schedule,
      opens_at: opensAt,
      closes_at: closesAt,
    })),
  }
  for (const part of Object.keys(rows) as (keyof typeof rows)[]) {
    await store.replaceParts(act.tx, part, of, rows[part], act.now)
  }
}

async function addPlace(
  act: Act,
  of: Steward,
  service: { id: string; organisationId: string },
  { secret, transport, access, ...address }: NonNullable<Written['place']>,
): Promise<void> {
  await store.insertPlace(act.tx, of, {
    id: newId(),
    serviceAtLocationId: newId(),
    serviceId: service.id,
    organisationId: service.organisationId,
    secret,
    transport,
    address: { id: newId(), ...address },
    access: access.map((code) => ({ id: newId(), code })),
  })
}
