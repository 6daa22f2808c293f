import type { Counted, Place } from './count-cells.ts'
import { hideDerivable } from './hide-derivable.ts'
import type { Link } from './hide-derivable.ts'
import { allRows } from './topics.ts'
import type { Topic } from './topics.ts'

/** A cell as it is told: a count of 11 or more, or nothing where it is hidden. */
export interface Told extends Place {
  count: number | null
}

/**
 * The cells of the quarters that have not been told yet, with everything hidden that is small or
 * would give a small one away: by the sums over rows, over months and from one quarter to the next,
 * together with all that was `told` before, which stays as it is. Where that cannot be done, the
 * new quarters are hidden whole.
 *
 * @param counted every cell of every quarter from the first one told, in the order of time.
 */
export function suppress(topic: Topic, counted: readonly Counted[], told: readonly Told[]): Told[] {
  const quarters = [...new Set(counted.map(({ quarter }) => quarter))]
  const toldBefore = new Set(told.map(({ quarter }) => quarter))
  const all = [...told]
  for (const [at, quarter] of quarters.entries()) {
    if (toldBefore.has(quarter)) continue
    const until = new Set(quarters.slice(0, at + 1))
    all.push(
      ...suppressLast(
        topic,
        counted.filter((cell) => until.has(cell.quarter)),
        all,
      ),
    )
  }
  return all.slice(told.length)
}

/** One quarter after the other, as if each had been told when it ended. */
function suppressLast(topic: Topic, counted: readonly Counted[], told: readonly Told[]): Told[] {
  const before = new Map(told.map((cell) => [keyOf(cell), cell.count]))
  const toldQuarters = new Set(told.map(({ quarter }) => quarter))
  // a row that came later has no cells in the quarters told before it
  const cells = counted.filter((cell) => !toldQuarters.has(cell.quarter) || before.has(keyOf(cell)))
  const next = nextQuarters(cells)
  const links = cells.map((cell): Link => {
    const was = before.get(keyOf(cell))
    const count = was ?? cell.count
    return {
      ...endsOf(topic, cell, next),
      ...(cell.month === 0 ? { alsoIn: sumOverRows(cell) } : {}),
      count,
      worth: worthOf(cell),
      ...(was === undefined ? {} : { told: was === null ? 'hidden' : 'shown' }),
    }
  })
  const hidden = hideDerivable(links)
  return cells.flatMap(({ count, ...place }, at) =>
    toldQuarters.has(place.quarter)
      ? []
      : [{ ...place, count: !hidden || hidden[at] ? null : count }],
  )
}

function nextQuarters(cells: readonly Place[]): Map<string, string> {
  const quarters = [...new Set(cells.map(({ quarter }) => quarter))]
  return new Map(quarters.map((quarter, at) => [quarter, quarters[at + 1] ?? 'end']))
}

/**
 * Between which sums a cell stands. Each row and quarter is a sum of what came and went, each
 * column and month a sum over the rows; the row of all runs the other way round.
 */
function endsOf(
  topic: Topic,
  { row, quarter, column, month }: Place,
  next: ReadonlyMap<string, string>,
): { from: string; to: string } {
  const book = `book ${row} ${quarter}`
  if (column === topic.left) {
    const after = next.get(quarter) ?? 'end'
    return turned(row, book, after === 'end' ? 'end' : `book ${row} ${after}`)
  }
  const byMonth = [...topic.came, ...topic.went].some(
    ({ code, byMonth }) => code === column && byMonth,
  )
  const months = `months ${row} ${quarter} ${column}`
  const over = `rows ${quarter} ${column} ${month}`
  const outer = byMonth && month === 0 ? months : over
  const inner = month === 0 ? book : months
  const isIn = topic.came.some(({ code }) => code === column)
  return isIn ? turned(row, outer, inner) : turned(row, inner, outer)
}

function sumOverRows({ row, quarter, column }: Place): { sum: string; sign: 1 | -1 } {
  return { sum: `${quarter} ${column}`, sign: row === allRows ? -1 : 1 }
}

function turned(row: string, from: string, to: string): { from: string; to: string } {
  return row === allRows ? { from: to, to: from } : { from, to }
}

/** Sums are worth more than their parts, and large numbers more than small ones. */
function worthOf({ row, month, count }: Counted): number {
  return (1 + Math.log2(1 + count)) * (row === allRows ? 20 : 1) * (month === 0 ? 4 : 1)
}

function keyOf({ row, quarter, column, month }: Place): string {
  return `${row} ${quarter} ${column} ${month}`
}
