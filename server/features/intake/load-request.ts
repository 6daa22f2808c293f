import { z } from 'zod'
import { assessEligibility, eligibility } from '@peyvand/domain/intake/assess-eligibility.ts'
import type { Eligibility } from '@peyvand/domain/intake/assess-eligibility.ts'
import { eligibilityRules, ruleAnswers } from '@peyvand/domain/intake/eligibility-rules.ts'
import type { RuleAnswers } from '@peyvand/domain/intake/eligibility-rules.ts'
import { isOpen } from '@peyvand/domain/intake/request-steps.ts'
import type { RequestFacts } from '@peyvand/domain/intake/request-steps.ts'
import { bornOf } from '@peyvand/domain/people/person.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { findPlaceInLine, findRequest, listPlaces } from './request-store.ts'
import type { PlacesRow, RequestRow } from './request-store.ts'

/** What is kept in `request.eligibility`. */
const keptEligibility = z.object({
  answers: ruleAnswers,
  decided: eligibility.nullable(),
})

export interface LoadedRequest {
  row: RequestRow
  places: PlacesRow
  left: number | null
  answers: RuleAnswers
  /** Judged afresh while the request is open; afterwards as it was decided. */
  eligibility: Eligibility
  placeInLine: number | null
  facts: RequestFacts
}

/** A request of my desks, judged by its programme's rules on what is known today. */
export async function loadRequest(act: Act, requestId: string): Promise<LoadedRequest> {
  const row = orNotFound(await findRequest(act.tx, requestId))
  act.audited.records.add(row.id)
  if (row.client) act.audited.records.add(row.client.id)
  const places = orNotFound((await listPlaces(act.tx, row.programme.id))[0])
  const left = placesLeft(places)
  const kept = keptEligibility.parse(row.eligibility ?? { answers: {}, decided: null })
  const judged =
    (isOpen(row.status) ? null : kept.decided) ??
    assessEligibility(eligibilityRules.parse(row.programme.rules), {
      today: act.today,
      calendar: row.calendar,
      born: row.client ? bornOf(row.client) : undefined,
      area: row.area || (row.client?.area ?? ''),
      needDomains: row.needDomains,
      placesLeft: left,
      answers: kept.answers,
    })
  const placeInLine =
    row.status === 'waitlisted' ? await findPlaceInLine(act.tx, row.programme.id, row.id) : null
  return {
    row,
    places,
    left,
    answers: kept.answers,
    eligibility: judged,
    placeInLine,
    facts: {
      status: row.status,
      outcome: judged.outcome,
      hasClient: row.client !== null,
      placesLeft: left,
      aheadInLine: placeInLine === null ? places.waiting : placeInLine - 1,
    },
  }
}

/** Places left; null when the programme has no limit. More open cases than places leave none. */
export function placesLeft({ capacity, open }: PlacesRow): number | null {
  return capacity === null ? null : Math.max(0, capacity - open)
}
