interface Supervised {
  id: string
  fullName: string
  supervisorId: string | null
}

/** Who stands above somebody with this supervisor: the nearest first, up to the head. */
export function lineAbove<W extends Supervised>(
  workers: readonly W[],
  supervisorId: string | null,
): W[] {
  const line: W[] = []
  let next = workers.find(({ id }) => id === supervisorId)
  while (next && !line.includes(next)) {
    line.push(next)
    const above = next.supervisorId
    next = workers.find(({ id }) => id === above)
  }
  return line
}
