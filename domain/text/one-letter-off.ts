/**
 * Whether two words differ by one letter at most: one wrong, one left out, one too many, or two
 * that changed places. Words of one or two letters are never so.
 */
export function oneLetterOff(one: string, other: string): boolean {
  if (one === other) return true
  if (Math.min(one.length, other.length) < 3) return false
  const start = sharedStart(one, other)
  const [a, b] = [one.slice(start), other.slice(start)]
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  )
}

/** How many letters two words begin with alike. */
export function sharedStart(one: string, other: string): number {
  let n = 0
  while (n < one.length && n < other.length && one[n] === other[n]) n += 1
  return n
}
