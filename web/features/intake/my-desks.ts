import { listProgrammes } from '@peyvand/domain/agency/contract.ts'
import { listPlaces } from '@peyvand/domain/intake/contract.ts'
import { eligibilityRules } from '@peyvand/domain/intake/eligibility-rules.ts'
import type { EligibilityRule } from '@peyvand/domain/intake/eligibility-rules.ts'
import { useEndpoint } from '../../platform/query.ts'
import { useLocalName } from '../../platform/use-local-name.ts'

export interface MyDesk {
  id: string
  name: string
  programmeId: string
  programmeName: string
  rules: readonly EligibilityRule[]
  /** Places left; null without a limit. */
  left: number | null
  waiting: number
}

/** The desks at which I receive requests, with their programmes' rules and places. */
export function useMyDesks() {
  const nameIn = useLocalName()
  const programmes = useEndpoint(listProgrammes)
  const places = useEndpoint(listPlaces)
  const problem = programmes.error ?? places.error
  const retry = () => void Promise.all([programmes.refetch(), places.refetch()])
  const desks: MyDesk[] | undefined =
    programmes.data &&
    places.data &&
    programmes.data.programmes.flatMap((programme) => {
      const place = places.data.places.find(({ programmeId }) => programmeId === programme.id)
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
  return { desks, problem, retry }
}
