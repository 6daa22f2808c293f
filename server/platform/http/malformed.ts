import type { z } from 'zod'

/** One thing wrong with what was sent: where, what kind, and the figures the sentence needs. */
export interface MalformedPath {
  path: string
  code: string
  facts: Record<string, unknown>
}

/** What was sent cannot be read; every wrong path is named. */
export class Malformed extends Error {
  readonly paths: readonly MalformedPath[]

  constructor(paths: readonly MalformedPath[]) {
    super('malformed')
    this.name = 'Malformed'
    this.paths = paths
  }
}

export function parseOrMalformed<T extends z.ZodType>(
  schema: T,
  value: unknown,
  under: string,
): z.output<T> {
  const unkept = [...placesOfNul(value, under)]
  if (unkept.length > 0) {
    throw new Malformed(unkept.map((path) => ({ path, code: 'character_not_allowed', facts: {} })))
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Malformed(parsed.error.issues.map((issue) => describeIssue(issue, under)))
}

function describeIssue(issue: z.core.$ZodIssue, under: string): MalformedPath {
  const { path, code, message, input: _input, ...facts } = issue
  return {
    path: [under, ...path.map(String)].filter(Boolean).join('.'),
    // A rule of our own names its fault in one word, as zod names the usual ones.
    code: code === 'custom' && /^[a-z_]+$/.test(message) ? message : code,
    facts,
  }
}

/** Where a NUL stands, which no text of the database can hold. */
function* placesOfNul(value: unknown, at: string): Generator<string> {
  if (typeof value === 'string') {
    if (value.includes('\0')) yield at
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* placesOfNul(inner, at === '' ? key : `${at}.${key}`)
    }
  }
}
