/**
 * Whether parsed JSON is nested deeper than so many levels. Looked at level by level, so that a
 * file made to exhaust the stack is found before anything walks into it.
 */
export function isNestedDeeper(json: unknown, levels: number): boolean {
  let level: unknown[] = [json]
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
    if (level.length === 0) return false
  }
  return true
}

/** More than any real form needs: an item level takes two. */
export const deepestNesting = 64
