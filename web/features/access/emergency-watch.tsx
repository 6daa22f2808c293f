import { listEmergencies } from '@peyvand/domain/access/contract.ts'
import { useMe } from '../../platform/me.tsx'
import { useWaiting } from '../../platform/place.ts'
import { useEndpoint } from '../../platform/query.ts'

/** Brings the emergencies into the rail for whoever is named for them, has used or reviews one. */
export function EmergencyWatch() {
  const { emergency } = useMe()
  const { data } = useEndpoint(listEmergencies, { query: {} })
  const all = data?.emergencies ?? []
  const waiting = all.filter(({ mine, finding }) => !mine && finding === null)
  useWaiting('emergencies', emergency || all.length > 0 ? waiting.length : undefined)
  return null
}
