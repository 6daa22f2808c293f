import type { Refusal } from '../refusals.ts'

/** Whose view a finding is. */
export const views = ['client', 'family', 'worker', 'shared'] as const
export type View = (typeof views)[number]

/** How soon a need asks for an answer; not how great it is. */
export const urgencies = ['normal', 'watch', 'urgent', 'crisis'] as const
export type Urgency = (typeof urgencies)[number]

export const needOutcomes = ['met', 'partly_met', 'unmet'] as const
export type NeedOutcome = (typeof needOutcomes)[number]

/** Why a need has no goal for now: nothing to be had, the client's wish, helped elsewhere, later. */
export const setAsideReasons = ['scarcity', 'client_wish', 'answered_elsewhere', 'not_now'] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

/** What stands between a need and its service. */
export const barrierKinds = [
  'paper',
  'money',
  'distance',
  'family_refusal',
  'rule',
  'language',
  'shame',
  'other',
] as const
export type BarrierKind = (typeof barrierKinds)[number]

export const strengthKinds = ['strength', 'resource', 'aspiration'] as const
export type StrengthKind = (typeof strengthKinds)[number]

/** Why a problem cannot be recorded: it stands in nobody's words. */
export function whyNotProblem(words: {
  clientWords: string
  workerWords: string
}): Refusal | undefined {
  return words.clientWords === '' && words.workerWords === ''
    ? { code: 'reason_missing', facts: { field: 'clientWords' } }
    : undefined
}

/** Why a need cannot be set aside: postponed for scarcity, it says what helps meanwhile. */
export function whyNotSetAside(asked: {
  why: SetAsideReason
  meanwhile: string
}): Refusal | undefined {
  return asked.why === 'scarcity' && asked.meanwhile === ''
    ? { code: 'reason_missing', facts: { field: 'meanwhile' } }
    : undefined
}

/**
 * Why a need cannot end so: unmet says why; partly met says how much was needed and how much came,
 * or, where that is no amount, what is still missing.
 */
export function whyNotEndNeed(asked: {
  outcome: NeedOutcome
  reason: string
  neededAmount: string
  receivedAmount: string
}): Refusal | undefined {
  if (asked.reason !== '') return undefined
  if (asked.outcome === 'unmet') return { code: 'reason_missing', facts: { field: 'reason' } }
  const amounts = asked.neededAmount !== '' && asked.receivedAmount !== ''
  return asked.outcome === 'partly_met' && !amounts
    ? { code: 'reason_missing', facts: { field: 'receivedAmount' } }
    : undefined
}
