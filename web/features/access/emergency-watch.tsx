import { listEmergencies } from '@peyvand/domain/access/contract.ts'
import { useWaiting } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'

/** Brings the emergencies into the rail for whoever has used or reviews one. */
export function EmergencyWatch() {
  const { data } = useEndpoint(listEmergencies, { query: {} })
  const all = data?.emergencies ?? []
  const waiting = all.filter(({ mine, finding }) => !mine && finding === null)
  useWaiting('emergencies', all.length > 0 ? waiting.length : undefined)
  return null
}
