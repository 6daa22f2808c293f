import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/directory/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { holdOwnService } from './hold-own-service.ts'
import { insertConfirmation, markConfirmed } from './steward-store.ts'

/** Somebody asked, and these details are right: whoever reads them next sees when, and how. */
export async function confirmService(
  act: Act,
  serviceId: string,
  { version, ...confirmation }: InputOf<typeof contract.confirmService>,
) {
  if (confirmation.confirmedOn > act.today) {
    throw new Refused('confirmed_in_future', { today: act.today })
  }
  const service = await holdOwnService(act, serviceId, version)
  await insertConfirmation(act.tx, {
    ...confirmation,
    serviceId,
    stewardAgencyId: service.stewardAgencyId,
    kind: service.kind,
  })
  await markConfirmed(act.tx, serviceId, confirmation.confirmedOn)
  return { version: version + 1 }
}
