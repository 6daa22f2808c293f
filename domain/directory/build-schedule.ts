import type { Weekday } from './directory.ts'
import { sourceOf, take } from './raw-row.ts'
import type { RawRow } from './raw-row.ts'
import { readTime } from './read-cell.ts'
import { ownerColumns, ownersOf } from './row-owners.ts'
import type { Places } from './row-owners.ts'

/** When it is open; a rhythm that is not weekly is kept beside, as it was written. */
export function buildSchedule(row: RawRow, places: Places) {
  const { serviceId, locationId } = ownersOf(row, places)
  const days = take(row, 'byday')
    .split(',')
    .map((day) => day.trim().toUpperCase())
    .filter((day) => day !== '')
  const weekly = take(row, 'freq') !== 'MONTHLY' && days.every((day) => day.length === 2)
  const description = [take(row, 'description'), take(row, 'notes')].filter((text) => text)
  return {
    serviceId,
    locationId,
    weekdays: weekly ? (days as Weekday[]) : [],
    opensAt: readTime(take(row, 'opens_at')) ?? null,
    closesAt: readTime(take(row, 'closes_at')) ?? null,
    closed: take(row, 'closed').toLowerCase() === 'true',
    validFrom: take(row, 'valid_from') || null,
    validTo: take(row, 'valid_to') || null,
    everyYear: take(row, 'every_year') === 'true',
    description: description.join('\n'),
    ...sourceOf(row, [
      ...(weekly ? ['byday', 'freq'] : []),
      'opens_at',
      'closes_at',
      'closed',
      'valid_from',
      'valid_to',
      'every_year',
      'description',
      'notes',
      ...ownerColumns,
    ]),
  }
}
