import type { RefusalCode, RefusalFacts } from '@peyvand/domain/refusals.ts'

/** Thrown by a use case, so that its transaction rolls back; told by the error handler alone. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly facts: RefusalFacts

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.facts = facts
  }
}

/** The row, or the refusal that hidden and absent rows share. */
export function orNotFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Refused('not_found')
  return found
}
