import type { Refusal } from '../refusals.ts'

/** A wall in a household case: what is kept for one person is never shown or given to the others. */
export interface WallFacts {
  /** Whom it is kept for from now on; null takes the wall down. */
  onlyFor: string | null
  /** Whom it was kept for until now. */
  before: string | null
  reason: string
  /** Everybody on the case, with his or her part. */
  people: readonly { id: string; part: string }[]
}

/** Parts of a case whose people may have something of their own in it. */
const own: readonly string[] = ['client', 'household']

/** Those whom a wall may be for; none where the case has only one of them, for nothing is apart then. */
export function peopleWithWalls<P extends { part: string }>(people: readonly P[]): readonly P[] {
  const theirs = people.filter(({ part }) => own.includes(part))
  return theirs.length > 1 ? theirs : []
}

/**
 * Why a wall may not stand like this. A child may have one as well: what it says about the grown-ups
 * at home is theirs least of all. Taking a wall down, or giving it to somebody else, asks for a reason.
 */
export function whyNotWall({ onlyFor, before, reason, people }: WallFacts): Refusal | undefined {
  if (onlyFor === before) return undefined
  if (onlyFor !== null && !peopleWithWalls(people).some(({ id }) => id === onlyFor)) {
    return { code: 'wall_not_theirs' }
  }
  return before !== null && reason === '' ? { code: 'reason_missing' } : undefined
}

/** Whether a print may hold it: for a person, what is kept for that person and what has no wall. */
export function mayPrint(onlyFor: string | null, printedFor: string | null): boolean {
  return onlyFor === null || onlyFor === printedFor
}
