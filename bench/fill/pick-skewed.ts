import type { Chance } from '../../server/demo/chance.ts'

/**
 * Draws from a list whose n-th entry is as frequent as 1 / (n + flatness)^slope, which is how names
 * are spread: a few are everywhere, most are rare.
 */
export function skewed<T>(choices: readonly T[], slope: number, flatness: number) {
  const sums = new Float64Array(choices.length)
  let sum = 0
  for (let n = 0; n < choices.length; n++) {
    sum += 1 / (n + 1 + flatness) ** slope
    sums[n] = sum
  }
  return (chance: Chance): T => {
    const wanted = chance.next() * sum
    let low = 0
    let high = choices.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    const chosen = choices[low]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
}
