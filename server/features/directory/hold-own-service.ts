import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { lockService } from './steward-store.ts'

/** Holds a service that my agency keeps, as the writer saw it. */
export async function holdOwnService(act: Act, serviceId: string, seen: number) {
  const service = orNotFound(await lockService(act.tx, serviceId))
  if (!service.mine) throw new Refused('may_not_write')
  if (service.version !== seen) {
    throw new Refused('stale_version', { current: { id: serviceId, version: service.version } })
  }
  act.audited.records.add(serviceId)
  return service
}
