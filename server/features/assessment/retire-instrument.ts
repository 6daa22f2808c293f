import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/assessment/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { findInstrument, updateRetired } from './instrument-store.ts'

export async function retireInstrument(
  act: Act,
  instrumentId: string,
  { version, retired }: InputOf<typeof contract.retireInstrument>,
) {
  act.audited.records.add(instrumentId)
  const at = { id: instrumentId, version }
  const done = await updateRetired(act.tx, at, retired ? act.now : null)
  const present = orNotFound(await findInstrument(act.tx, instrumentId))
  if (!done) {
    throw new Refused('stale_version', {
      current: { version: present.version, retiredAt: present.retiredAt },
    })
  }
  return present
}
