import type { RefusalCode, RefusalFacts } from '@peyvand/domain/refusals.ts'

export interface MalformedPath {
  /** Where in what was sent: `contacts.0.value`; empty when it is the whole. */
  path: string
  /** What is wrong, as zod names it: `too_small`, `invalid_format` … */
  code: string
  /** The figures the sentence needs: `minimum`, `format` … */
  facts: Record<string, unknown>
}

/** What was sent does not have the right shape; each path is a field to mend. */
export class Malformed extends Error {
  readonly paths: readonly MalformedPath[]
  constructor(paths: readonly MalformedPath[]) {
    super(`malformed: ${paths.map((each) => each.path).join(', ')}`)
    this.name = 'Malformed'
    this.paths = paths
  }
}

/** A rule says no, with the facts that explain it. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly facts: RefusalFacts
  constructor(code: RefusalCode, facts: RefusalFacts) {
    super(`refused: ${code}`)
    this.name = 'Refused'
    this.code = code
    this.facts = facts
  }
}

/** What was asked for is hidden or is not there; the two are told alike. */
export function isAbsent(problem: unknown): boolean {
  return problem instanceof Refused && problem.code === 'not_found'
}

/** The session has ended; what was typed is kept. */
export class SignedOut extends Error {
  constructor() {
    super('signed out')
    this.name = 'SignedOut'
  }
}

/** Something broke on our side; the id finds it in the log. */
export class Fault extends Error {
  readonly requestId: string
  constructor(requestId: string) {
    super(`fault ${requestId}`)
    this.name = 'Fault'
    this.requestId = requestId
  }
}

/** The server cannot be reached. */
export class Offline extends Error {
  constructor() {
    super('offline')
    this.name = 'Offline'
  }
}

export type ApiProblem = Malformed | Refused | SignedOut | Fault | Offline
