import { take } from './raw-row.ts'
import type { RawRow } from './raw-row.ts'

export const ownerColumns = [
  'organization_id',
  'service_id',
  'location_id',
  'service_at_location_id',
]

export type Places = ReadonlyMap<string, { serviceId: string; locationId: string }>

/** A row of a service at a place is a row of both. */
export function ownersOf(row: RawRow, places: Places) {
  const place = places.get(take(row, 'service_at_location_id'))
  return {
    organisationId: take(row, 'organization_id') || null,
    serviceId: take(row, 'service_id') || place?.serviceId || null,
    locationId: take(row, 'location_id') || place?.locationId || null,
  }
}
