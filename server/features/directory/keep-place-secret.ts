import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/directory/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { findPlace, lockPlace, updateSecrecy } from './steward-store.ts'

/** With the place everything that leads to it is hidden, or seen again, by its keys. */
export async function keepPlaceSecret(
  act: Act,
  locationId: string,
  { secret, version }: InputOf<typeof contract.keepPlaceSecret>,
) {
  const { mine } = orNotFound(await findPlace(act.tx, locationId))
  if (!mine) throw new Refused('may_not_write')
  await lockPlace(act.tx, locationId)
  const place = orNotFound(await findPlace(act.tx, locationId))
  if (place.version !== version) {
    throw new Refused('stale_version', { current: { id: locationId, version: place.version } })
  }
  act.audited.records.add(locationId)
  await updateSecrecy(act.tx, locationId, secret)
  return { version: version + 1 }
}
