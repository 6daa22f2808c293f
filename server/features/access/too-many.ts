import { Refused } from '../../platform/http/refused.ts'

/** Too many tries; the facts and the `Retry-After` header say how long to wait. */
export function tooMany(seconds: number): Refused {
  return new Refused('too_many', { retryAfterSeconds: seconds })
}
