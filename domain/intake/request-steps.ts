import type { Refusal } from '../refusals.ts'
import type { EligibilityOutcome } from './assess-eligibility.ts'

export const requestStatuses = [
  'received',
  'guided',
  'eligible',
  'ineligible',
  'waitlisted',
  'accepted',
  'declined',
  'withdrawn',
] as const
export type RequestStatus = (typeof requestStatuses)[number]

/**
 * The lawful steps of a request. Received: someone asked for help. It ends at once with guidance, is
 * judged by the programme's rules, waits, or is withdrawn by the person. Eligible: the programme is
 * meant for this person; then a place, the waiting line, or a reason why not. Whoever was told no
 * may object, and the request is looked at once more. Accepted opens the case and is the end here.
 */
const lawful: Readonly<Record<RequestStatus, readonly RequestStatus[]>> = {
  received: ['eligible', 'ineligible', 'waitlisted', 'guided', 'withdrawn'],
  eligible: ['accepted', 'waitlisted', 'declined', 'withdrawn'],
  waitlisted: ['accepted', 'declined', 'withdrawn'],
  ineligible: ['received'],
  declined: ['received'],
  guided: [],
  accepted: [],
  withdrawn: [],
}

/** Those in which a request still waits for something from the desk. */
export const openRequestStatuses = ['received', 'eligible', 'waitlisted'] as const
type OpenRequestStatus = (typeof openRequestStatuses)[number]

export function isOpen(status: RequestStatus): status is OpenRequestStatus {
  return openRequestStatuses.includes(status as OpenRequestStatus)
}

export interface RequestFacts {
  status: RequestStatus
  /** What the rules say; a person decides. */
  outcome: EligibilityOutcome
  /** Whether the request is about a person who is registered. */
  hasClient: boolean
  /** Places left in the programme; null when it has no limit. */
  placesLeft: number | null
  /** How many people wait for the programme before this one. */
  aheadInLine: number
}

/** What a step asks for before it is taken. */
export const stepAsks = ['reason', 'objectionWay', 'guidance'] as const
export type StepAsk = (typeof stepAsks)[number]

/** What must be told with a step, given where the request stands. */
export function asksOf(facts: RequestFacts, to: RequestStatus): readonly StepAsk[] {
  switch (to) {
    case 'guided':
      return ['guidance']
    case 'ineligible':
    case 'declined':
      return ['reason', 'objectionWay']
    case 'withdrawn':
    case 'waitlisted':
    case 'received':
      return ['reason']
    case 'eligible':
      return facts.outcome === 'ineligible' ? ['reason'] : []
    case 'accepted':
      // Against the rules' advice, or past people who have waited longer.
      return facts.outcome === 'ineligible' || facts.aheadInLine > 0 ? ['reason'] : []
  }
}

/** Why a step cannot be taken at all now, whatever is told with it. */
export function whyNotOffer(facts: RequestFacts, to: RequestStatus): Refusal | undefined {
  if (!lawful[facts.status].includes(to)) {
    return { code: 'request_step_not_lawful', facts: { from: facts.status, to } }
  }
  switch (to) {
    case 'eligible':
      return facts.outcome === 'unknown' ? { code: 'eligibility_not_decided' } : undefined
    case 'ineligible':
      return facts.outcome === 'unknown' ? { code: 'eligibility_not_decided' } : undefined
    case 'waitlisted':
      return facts.hasClient ? undefined : { code: 'person_missing' }
    case 'accepted':
      if (!facts.hasClient) return { code: 'person_missing' }
      if (facts.outcome === 'unknown') return { code: 'eligibility_not_decided' }
      if (facts.placesLeft !== null && facts.placesLeft <= 0) return { code: 'capacity_full' }
      return undefined
    case 'received':
    case 'guided':
    case 'declined':
    case 'withdrawn':
      return undefined
  }
}

/** Why a step may not be taken with what was told. */
export function whyNotStep(
  facts: RequestFacts,
  to: RequestStatus,
  told: Partial<Record<StepAsk, string>>,
): Refusal | undefined {
  const refusal = whyNotOffer(facts, to)
  if (refusal) return refusal
  const missing = asksOf(facts, to).find((ask) => !told[ask]?.trim())
  return missing ? { code: 'reason_missing', facts: { missing } } : undefined
}

export interface NextStep {
  to: RequestStatus
  asks: readonly StepAsk[]
  /** Present when the step belongs here and cannot be taken yet. */
  whyNot?: Refusal
}

/** The steps that belong to where the request stands, the usual one first. */
export function nextSteps(facts: RequestFacts): NextStep[] {
  const steps = lawful[facts.status].map((to) => {
    const whyNot = whyNotOffer(facts, to)
    return { to, asks: asksOf(facts, to), ...(whyNot ? { whyNot } : {}) }
  })
  const usual = usualStep(facts)
  return steps.toSorted((one, other) => Number(other.to === usual) - Number(one.to === usual))
}

function usualStep({ status, outcome, placesLeft }: RequestFacts): RequestStatus | undefined {
  const hasPlace = placesLeft === null || placesLeft > 0
  if (status === 'received') return outcome === 'ineligible' ? 'ineligible' : 'eligible'
  if (status === 'eligible') return hasPlace ? 'accepted' : 'waitlisted'
  return undefined
}
