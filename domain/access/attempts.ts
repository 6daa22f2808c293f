const second = 1000
const minute = 60 * second

/** How many tries may fail before a pause, and how long the pauses get. Milliseconds. */
export interface AttemptRule {
  free: number
  firstPause: number
  longestPause: number
  /** After this long without a failure everything is forgotten. */
  forgottenAfter: number
}

export const attemptRules = {
  account: {
    free: 5,
    firstPause: 30 * second,
    longestPause: 15 * minute,
    forgottenAfter: 60 * minute,
  },
  // Many workers of one office share one address.
  address: {
    free: 50,
    firstPause: 30 * second,
    longestPause: 15 * minute,
    forgottenAfter: 60 * minute,
  },
  // Nobody's letter box is filled by asking for codes in his or her name.
  mail: {
    free: 3,
    firstPause: 15 * minute,
    longestPause: 60 * minute,
    forgottenAfter: 60 * minute,
  },
  setUp: {
    free: 10,
    firstPause: 60 * minute,
    longestPause: 60 * minute,
    forgottenAfter: 60 * minute,
  },
} as const satisfies Record<string, AttemptRule>

/** What is kept of failed tries. Instants in milliseconds since 1970. */
export interface Attempts {
  failures: number
  failedAt: number
  blockedUntil?: number
}

/**
 * Counts one try as failed before it is made, so that many at once cannot slip through together;
 * whoever succeeds gets it back. `waitSeconds` is given when this try may not be made.
 */
export function countAttempt(
  before: Attempts | undefined,
  rule: AttemptRule,
  now: number,
): { waitSeconds: number } | { after: Attempts } {
  if (before?.blockedUntil != null && before.blockedUntil > now) {
    return { waitSeconds: Math.ceil((before.blockedUntil - now) / second) }
  }
  const remembered = before && now - before.failedAt < rule.forgottenAfter ? before.failures : 0
  const failures = remembered + 1
  const over = failures - rule.free
  if (over < 0) return { after: { failures, failedAt: now } }
  const pause = Math.min(rule.longestPause, rule.firstPause * 2 ** Math.min(over, 30))
  return { after: { failures, failedAt: now, blockedUntil: now + pause } }
}

/** Gives back the try of somebody who succeeded. */
export function forgetAttempt(before: Attempts, rule: AttemptRule): Attempts {
  const failures = Math.max(0, before.failures - 1)
  return failures < rule.free ? { failures, failedAt: before.failedAt } : { ...before, failures }
}
