/** Where a need stands on the way from its finding to its outcome. */
export interface NeedFacts {
  severity: number
  outcome: 'met' | 'partly_met' | 'unmet' | null
  setAside: boolean
  goals: readonly { refused: boolean; ended: boolean }[]
  referrals: readonly { status: string; silent: boolean }[]
}

export type NeedStation = 'need' | 'goal' | 'referral' | 'outcome'
export type NeedStanding =
  | 'unanswered'
  | 'set_aside'
  | 'planned'
  | 'referred'
  | 'silent'
  | 'served'
  | 'met'
  | 'partly_met'
  | 'unmet'

export interface NeedLife {
  standing: NeedStanding
  /** The last station the thread has reached. */
  reached: NeedStation
}

const open = new Set(['draft', 'sent', 'accepted', 'started', 'waiting'])

/**
 * A need is a thread: found, answered by a goal, linked by a referral, ended with an outcome. One
 * that nobody answers stays in sight as unanswered.
 */
export function needLife(facts: NeedFacts): NeedLife {
  if (facts.outcome) return { standing: facts.outcome, reached: 'outcome' }
  const referrals = facts.referrals.filter(({ status }) => open.has(status))
  if (referrals.some(({ silent }) => silent)) return { standing: 'silent', reached: 'referral' }
  if (facts.referrals.some(({ status }) => status === 'started' || status === 'completed')) {
    return { standing: 'served', reached: 'referral' }
  }
  if (referrals.length > 0) return { standing: 'referred', reached: 'referral' }
  if (facts.goals.some(({ refused, ended }) => !refused && !ended)) {
    return { standing: 'planned', reached: 'goal' }
  }
  return { standing: facts.setAside ? 'set_aside' : 'unanswered', reached: 'need' }
}

/** Whether the practice asks for an answer: severity 2 and above, from 0 (none) to 4 (very great). */
export function asksForAnswer(severity: number): boolean {
  return severity >= 2
}
