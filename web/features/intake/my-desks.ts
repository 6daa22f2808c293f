import { listProgrammes } from '@peyvand/domain/agency/contract.ts'
import { listPlaces, whoPlansPlaces } from '@peyvand/domain/intake/contract.ts'
import { eligibilityRules } from '@peyvand/domain/intake/eligibility-rules.ts'
import type { EligibilityRule } from '@peyvand/domain/intake/eligibility-rules.ts'
import { hasRole, useMe } from '../../platform/me.tsx'
import { useEndpoint, useEndpointWhen } from '../../platform/query.ts'
import { useLocalName } from '../../platform/use-local-name.ts'

export interface MyDesk {
  id: string
  name: string
  programmeId: string
  programmeName: string
  rules: readonly EligibilityRule[]
  /** Places left; null without a limit, or where the reader is not told. */
  left: number | null
  waiting: number
}

/** The desks at which I receive requests, with their programmes' rules and places. */
export function useMyDesks() {
  const nameIn = useLocalName()
  const programmes = useEndpoint(listProgrammes)
  const isTold = hasRole(useMe(), ...whoPlansPlaces)
  const places = useEndpointWhen(isTold, listPlaces, {})
  const problem = programmes.error ?? places.error
  const retry = () => void Promise.all([programmes.refetch(), isTold && places.refetch()])
  const isWhole = places.data !== undefined || !isTold
  const desks: MyDesk[] | undefined = isWhole
    ? programmes.data?.programmes.flatMap((programme) => {
        const place = places.data?.places.find(({ programmeId }) => programmeId === programme.id)
        return programme.desks
          .filter(({ mine }) => mine)
          .map((desk) => ({
            id: desk.id,
            name: desk.name,
            programmeId: programme.id,
            programmeName: nameIn(programme),
            rules: eligibilityRules.safeParse(programme.rules).data ?? [],
            left: place?.left ?? null,
            waiting: place?.waiting ?? 0,
          }))
      })
    : undefined
  /** Whether the reader is told who waits for this programme, and how many. */
  const seesLine = (id: string) =>
    isTold && (!places.data || places.data.places.some(({ programmeId }) => programmeId === id))
  return { desks, seesLine, problem, retry }
}
