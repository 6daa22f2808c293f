const minute = 60_000

/** How long a sign-in lasts. Milliseconds. */
export const sessionRules = {
  /** Without any request. */
  idle: 30 * minute,
  /** From sign-in, whatever happens. */
  absolute: 12 * 60 * minute,
  /** For acts that ask for the password or the second factor once more. */
  fresh: 5 * minute,
} as const

/** Instants in milliseconds since 1970. */
export interface SessionTimes {
  signedInAt: number
  seenAt: number
  provedAt: number
}

/** Why a session is over at this moment, or undefined while it lasts. */
export function whySessionEnded(
  session: SessionTimes,
  now: number,
): 'idle' | 'absolute' | undefined {
  if (now - session.signedInAt >= sessionRules.absolute) return 'absolute'
  if (now - session.seenAt >= sessionRules.idle) return 'idle'
  return undefined
}

/** Whether the person at the keyboard has just shown who he or she is. */
export function isFreshSignIn(session: Pick<SessionTimes, 'provedAt'>, now: number): boolean {
  return now - session.provedAt < sessionRules.fresh
}
