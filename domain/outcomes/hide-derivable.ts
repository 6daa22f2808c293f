/** Counts up to this one are never told. */
export const largestHidden = 10

/**
 * From all that is told, at least this far apart are the smallest and the largest value that a
 * hidden number may have; every whole number between them is possible too.
 */
export const leastSpread = 4

/** A number between two sums: it is a part of both, added in `to` and taken away in `from`. */
export interface Link {
  from: string
  to: string
  count: number
  /** Of numbers told before: whether they are hidden. Such a number stays as it was. */
  told?: 'shown' | 'hidden'
  /** Nothing tells whether it is small: it was told with its whole period hidden. */
  sizeUnknown?: boolean
  /** How much is lost when it is hidden; the least is hidden first. */
  worth: number
  /** One more sum it is a part of, which follows from the others: those with 1 make up those with -1. */
  alsoIn?: { sum: string; sign: 1 | -1 }
}

interface Arc {
  link: number
  to: number
  /** 1 when the number grows along this arc, -1 when it shrinks. */
  sign: 1 | -1
}

/**
 * Which numbers must be hidden, so that each small one (0–10, zero as well, which would tell as
 * much) stays hidden from whoever has all others and knows all sums. The sums are nodes: at each of
 * them what comes in and what goes out change by the same amount. Undefined where no choice of what
 * to hide would do.
 *
 * A summary whose sums make a network has this exact answer: what a hidden number may be follows
 * from the largest flow between its two ends through the other hidden ones (D. Gusfield, A graph
 * theoretic approach to statistical data security, SIAM J. Comput. 17, 1988); what else to hide is
 * a cheapest path there (L. H. Cox, Network models for complementary cell suppression, JASA 90,
 * 1995). Whoever looks is taken to know of each hidden number whether it is itself small, except
 * where `sizeUnknown` says that nobody can.
 *
 * @returns for each link whether it is hidden, in the given order.
 */
export function hideDerivable(links: readonly Link[]): boolean[] | undefined {
  const network = new Network(links)
  for (;;) {
    if (!hideSmallSums(network)) return undefined
    const before = network.countHidden()
    if (!protectEach(network)) return undefined
    if (network.countHidden() === before) return network.hidden
  }
}

class Network {
  readonly links: readonly Link[]
  readonly hidden: boolean[]
  readonly arcs: Arc[][] = []
  readonly ends: { from: number; to: number }[]
  /** Every sum with its parts, also the sums that follow from others. */
  readonly sums: { link: number; sign: 1 | -1 }[][]

  constructor(links: readonly Link[]) {
    this.links = links
    this.hidden = links.map(({ told, count }) =>
      told ? told === 'hidden' : count <= largestHidden,
    )
    const nodes = new Map<string, number>()
    const nodeOf = (name: string) => {
      const known = nodes.get(name)
      if (known !== undefined) return known
      nodes.set(name, this.arcs.length)
      this.arcs.push([])
      return this.arcs.length - 1
    }
    this.ends = links.map(({ from, to }) => ({ from: nodeOf(from), to: nodeOf(to) }))
    this.ends.forEach(({ from, to }, link) => {
      this.arcs[from]?.push({ link, to, sign: 1 })
      this.arcs[to]?.push({ link, to: from, sign: -1 })
    })
    const more = Map.groupBy(
      links.flatMap(({ alsoIn }, link) => (alsoIn ? [{ link, ...alsoIn }] : [])),
      ({ sum }) => sum,
    )
    this.sums = [...this.arcs, ...more.values()]
  }

  countHidden(): number {
    return this.hidden.filter(Boolean).length
  }

  mayHide(link: number): boolean {
    return !this.hidden[link] && this.links[link]?.told === undefined
  }

  /** How far a number may move, given what is known of its size. */
  room(link: number, sign: 1 | -1): number {
    const count = this.links[link]?.count ?? 0
    const [least, most] = this.bounds(link)
    return sign === 1 ? most - count : count - least
  }

  bounds(link: number): [least: number, most: number] {
    const { count = 0, sizeUnknown = false } = this.links[link] ?? {}
    if (sizeUnknown) return [0, Infinity]
    return count <= largestHidden ? [0, largestHidden] : [largestHidden + 1, Infinity]
  }

  /** Moves as much as it can, up to `wanted`, through hidden numbers other than `without`. */
  push(from: number, to: number, without: number, wanted: number): Flow {
    const moved = new Map<number, number>()
    let total = 0
    while (total < wanted) {
      const path = this.path(from, to, without, moved, false)
      if (!path) break
      const least = Math.min(
        wanted - total,
        ...path.map((arc) => this.room(arc.link, arc.sign) - arc.sign * (moved.get(arc.link) ?? 0)),
      )
      for (const { link, sign } of path) moved.set(link, (moved.get(link) ?? 0) + sign * least)
      total += least
    }
    return { total, moved }
  }

  /** The path that hides the least worth, or one of hidden numbers alone. */
  path(
    from: number,
    to: number,
    without: number,
    moved: ReadonlyMap<number, number>,
    mayHideMore: boolean,
  ): Arc[] | undefined {
    const cost = new Map<number, number>([[from, 0]])
    const came = new Map<number, { arc: Arc; from: number }>()
    const queue: { node: number; cost: number }[] = [{ node: from, cost: 0 }]
    const done = new Set<number>()
    while (queue.length > 0) {
      const { node } = mayHideMore ? takeCheapest(queue) : (queue.shift() ?? { node: to })
      if (node === to) break
      if (done.has(node)) continue
      done.add(node)
      for (const arc of this.arcs[node] ?? []) {
        if (arc.link === without) continue
        const isHidden = this.hidden[arc.link]
        if (!isHidden && !(mayHideMore && this.mayHide(arc.link))) continue
        if (this.room(arc.link, arc.sign) - arc.sign * (moved.get(arc.link) ?? 0) < 1) continue
        const reached = (cost.get(node) ?? 0) + (isHidden ? 0 : (this.links[arc.link]?.worth ?? 0))
        if (reached >= (cost.get(arc.to) ?? Infinity)) continue
        cost.set(arc.to, reached)
        came.set(arc.to, { arc, from: node })
        queue.push({ node: arc.to, cost: reached })
      }
    }
    if (!came.has(to)) return undefined
    const path: Arc[] = []
    for (let node = to; node !== from;) {
      const step = came.get(node)
      if (!step) return undefined
      path.unshift(step.arc)
      node = step.from
    }
    return path
  }
}

interface Flow {
  total: number
  moved: ReadonlyMap<number, number>
}

/** Hidden numbers on one side of a sum are known together, so together they are not small. */
function hideSmallSums(network: Network): boolean {
  for (const parts of network.sums) {
    for (;;) {
      const hidden = parts.filter(({ link }) => network.hidden[link])
      const sum = hidden.reduce((all, { link }) => all + (network.links[link]?.count ?? 0), 0)
      const oneSided = new Set(hidden.map(({ sign }) => sign)).size === 1
      if (!oneSided || sum > largestHidden) break
      const [cheapest] = parts
        .filter(({ link }) => network.mayHide(link))
        .toSorted((a, b) => worthOf(network, a) - worthOf(network, b))
      if (!cheapest) return false
      network.hidden[cheapest.link] = true
    }
  }
  return true
}

function worthOf(network: Network, { link }: { link: number }): number {
  return network.links[link]?.worth ?? 0
}

function protectEach(network: Network): boolean {
  const waiting = network.links.flatMap((_link, at) => (network.hidden[at] ? [at] : []))
  for (let at = 0; at < waiting.length; at += 1) {
    const link = waiting[at] ?? 0
    for (;;) {
      const more = whatElse(network, link)
      if (more === 'nothing') break
      if (more === 'no way') return false
      for (const each of more) {
        network.hidden[each] = true
        waiting.push(each)
      }
    }
  }
  return true
}

/** What else to hide, so that this hidden number may be further from what it is. */
function whatElse(network: Network, link: number): 'nothing' | 'no way' | number[] {
  const { from, to } = network.ends[link] ?? { from: 0, to: 0 }
  const up = network.push(to, from, link, Math.min(leastSpread, network.room(link, 1)))
  const down = network.push(
    from,
    to,
    link,
    Math.min(leastSpread - up.total, network.room(link, -1)),
  )
  if (up.total + down.total >= leastSpread) return 'nothing'
  const ways: Arc[][] = []
  if (up.total < network.room(link, 1)) {
    ways.push(network.path(to, from, link, up.moved, true) ?? [])
  }
  if (down.total < network.room(link, -1)) {
    ways.push(network.path(from, to, link, down.moved, true) ?? [])
  }
  const more = ways
    .map((path) => path.filter((arc) => !network.hidden[arc.link]))
    .filter((path) => path.length > 0)
    .toSorted((a, b) => costOf(network, a) - costOf(network, b))[0]
  return more ? more.map((arc) => arc.link) : 'no way'
}

function costOf(network: Network, path: readonly Arc[]): number {
  return path.reduce((all, arc) => all + worthOf(network, arc), 0)
}

function takeCheapest(queue: { node: number; cost: number }[]): { node: number } {
  let best = 0
  for (let at = 1; at < queue.length; at += 1) {
    if ((queue[at]?.cost ?? 0) < (queue[best]?.cost ?? 0)) best = at
  }
  return queue.splice(best, 1)[0] ?? { node: 0 }
}
