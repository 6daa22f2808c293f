import type { ServiceStatus } from './directory.ts'
import { sourceOf, take } from './raw-row.ts'
import type { RawRow } from './raw-row.ts'
import { readNumber } from './read-cell.ts'
import { readEligibility } from './read-conditions.ts'

/** `programmes`: their names by id. */
export function buildService(row: RawRow, programmes: ReadonlyMap<string, string>) {
  const eligibility = take(row, 'eligibility_description')
  const read = readEligibility(eligibility)
  const fees = [take(row, 'fees_description'), take(row, 'fees')].filter((text) => text)
  const columns = {
    minimum: readNumber(take(row, 'minimum_age')) ?? null,
    maximum: readNumber(take(row, 'maximum_age')) ?? null,
  }
  // What the columns say counts; the text speaks only where they are silent.
  const silent = columns.minimum === null && columns.maximum === null
  const ages = silent && read.kind === 'age' ? read : columns
  return {
    organisationId: take(row, 'organization_id'),
    programme: programmes.get(take(row, 'program_id')) ?? '',
    name: take(row, 'name'),
    alternateName: take(row, 'alternate_name'),
    description: take(row, 'description'),
    website: take(row, 'url'),
    email: take(row, 'email'),
    status: take(row, 'status').toLowerCase().replace(' ', '_') as ServiceStatus,
    audience: take(row, 'audience'),
    eligibility,
    minimumAge: ages.minimum,
    maximumAge: ages.maximum,
    fees: [...new Set(fees)].join('\n'),
    applicationProcess: take(row, 'application_process'),
    waitTime: take(row, 'wait_time'),
    interpretation: take(row, 'interpretation_services'),
    accreditations: take(row, 'accreditations'),
    licences: take(row, 'licenses'),
    alert: take(row, 'alert'),
    keywords: take(row, 'keywords')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    confirmedOn: take(row, 'assured_date') || null,
    ...sourceOf(row, [
      'organization_id',
      'program_id',
      'name',
      'alternate_name',
      'description',
      'url',
      'email',
      'status',
      'audience',
      'eligibility_description',
      'minimum_age',
      'maximum_age',
      'fees_description',
      'fees',
      'application_process',
      'wait_time',
      'interpretation_services',
      'accreditations',
      'licenses',
      'alert',
      'keywords',
      'assured_date',
    ]),
  }
}
