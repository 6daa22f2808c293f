import { levels } from '@peyvand/domain/cases/levels.ts'
import { nextSteps } from '@peyvand/domain/intake/request-steps.ts'
import type { RequestStatus } from '@peyvand/domain/intake/request-steps.ts'
import type { Act } from '../../platform/access/act.ts'
import { loadRequest, placesLeft } from './load-request.ts'
import { listSteps } from './request-store.ts'
import type { PlacesRow, RequestLine, StatusCount } from './request-store.ts'

/** What leaves of a request: everything its page shows, with the steps that come next. */
export async function presentRequest(act: Act, requestId: string) {
  const loaded = await loadRequest(act, requestId)
  const { row, places, answers, eligibility, placeInLine, facts } = loaded
  const { rules: _rules, ...programme } = row.programme
  const { calendar: _calendar, eligibility: _kept, ...kept } = row
  return {
    ...kept,
    programme,
    priority: levelOf(row.priority),
    placeInLine,
    places: presentPlaces(places),
    answers,
    eligibility,
    steps: (await listSteps(act.tx, requestId)).map((step) => ({
      ...step,
      workerName: step.workerName ?? '',
    })),
    nextSteps: nextSteps(facts),
    aheadInLine: facts.aheadInLine,
  }
}

export function presentLine(line: RequestLine) {
  return { ...line, priority: levelOf(line.priority) }
}

export function presentPlaces(row: PlacesRow) {
  const { capacity, open, waiting } = row
  return { capacity, open, waiting, left: placesLeft(row) }
}

export function presentCounts(rows: readonly StatusCount[]) {
  const countOf = (status: RequestStatus) => rows.find((row) => row.status === status)?.count ?? 0
  return {
    received: countOf('received'),
    eligible: countOf('eligible'),
    waitlisted: countOf('waitlisted'),
  }
}

function levelOf(priority: number) {
  return levels[priority] ?? 'normal'
}
