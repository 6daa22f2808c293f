/** Chance that falls the same way every time: the demonstration is the same on every machine. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number between both, ends included. */
  between(least: number, most: number): number
  pick<T>(choices: readonly T[]): T
  /** Different ones, in the order given. */
  some<T>(choices: readonly T[], count: number): T[]
  /** True in this share of cases. */
  in(share: number): boolean
}

/** mulberry32, a generator of 32 bits of state in the public domain (Tommy Ettinger, 2017). */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(choices: readonly T[]): T => {
    const chosen = choices[between(0, choices.length - 1)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  return {
    next,
    between,
    pick,
    in: (share) => next() < share,
    some: (choices, count) => {
      const left = choices.map((choice, at) => ({ choice, at, rank: next() }))
      return left
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, count)
        .toSorted((a, b) => a.at - b.at)
        .map(({ choice }) => choice)
    },
  }
}

/** A UUIDv7 of this moment, its other bits from the same chance. */
export function idAt(chance: Chance, instant: string): string {
  const time = new Date(instant).getTime().toString(16).padStart(12, '0')
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => chance.between(0, 15).toString(16)).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${chance.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
}
