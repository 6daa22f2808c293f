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
 * The cells of the periods that have not been told yet, with everything hidden that is small or
 * would give a small one away: by the sums over rows, over months and from one period to the next,
 * together with all that was `told` before, which stays as it is. Where that cannot be done, the
 * new period is hidden whole: then nothing tells which of its numbers are small, and each may be
 * any number that could have come and gone.
 *
 * @param counted every cell of every period from the first one told, in the order of time.
 */
export function suppress(topic: Topic, counted: readonly Counted[], told: readonly Told[]): Told[] {
  const periods = [...new Set(counted.map(({ period }) => period))]
  const toldBefore = new Set(told.map(({ period }) => period))
  const all = [...told]
  for (const [at, period] of periods.entries()) {
    if (toldBefore.has(period)) continue
    const until = new Set(periods.slice(0, at + 1))
    all.push(
      ...suppressLast(
        topic,
        counted.filter((cell) => until.has(cell.period)),
        all,
      ),
    )
  }
  return all.slice(told.length)
}

/** One period after the other, as if each had been told when it ended. */
function suppressLast(topic: Topic, counted: readonly Counted[], told: readonly Told[]): Told[] {
  const before = new Map(told.map((cell) => [keyOf(cell), cell.count]))
  const toldPeriods = new Set(told.map(({ period }) => period))
  const shownPeriods = new Set(
    told.flatMap(({ period, count }) => (count === null ? [] : [period])),
  )
  // a row that came later has no cells in the periods told before it
  const cells = counted.filter((cell) => !toldPeriods.has(cell.period) || before.has(keyOf(cell)))
  const next = nextPeriods(cells)
  const links = cells.map((cell): Link => {
    const was = before.get(keyOf(cell))
    const count = was ?? cell.count
    return {
      ...endsOf(topic, cell, next),
      ...(cell.month === 0 ? { alsoIn: sumOverRows(cell) } : {}),
      count,
      worth: worthOf(cell),
      ...(was === undefined ? {} : { told: was === null ? 'hidden' : 'shown' }),
      sizeUnknown: was !== undefined && !shownPeriods.has(cell.period),
    }
  })
  const hidden = hideDerivable(links)
  return cells.flatMap(({ count, ...place }, at) =>
    toldPeriods.has(place.period)
      ? []
      : [{ ...place, count: !hidden || hidden[at] ? null : count }],
  )
}

function nextPeriods(cells: readonly Place[]): Map<string, string> {
  const periods = [...new Set(cells.map(({ period }) => period))]
  return new Map(periods.map((period, at) => [period, periods[at + 1] ?? 'end']))
}

/**
 * Between which sums a cell stands. Each row and period is a sum of what came and went, each
 * column and month a sum over the rows; the row of all runs the other way round.
 */
function endsOf(
  topic: Topic,
  { row, period, column, month }: Place,
  next: ReadonlyMap<string, string>,
): { from: string; to: string } {
  const book = `book ${row} ${period}`
  if (column === topic.left) {
    const after = next.get(period) ?? 'end'
    return turned(row, book, after === 'end' ? 'end' : `book ${row} ${after}`)
  }
  const byMonth = [...topic.came, ...topic.went].some(
    ({ code, byMonth }) => code === column && byMonth,
  )
  const months = `months ${row} ${period} ${column}`
  const over = `rows ${period} ${column} ${month}`
  const outer = byMonth && month === 0 ? months : over
  const inner = month === 0 ? book : months
  const isIn = topic.came.some(({ code }) => code === column)
  return isIn ? turned(row, outer, inner) : turned(row, inner, outer)
}

function sumOverRows({ row, period, column }: Place): { sum: string; sign: 1 | -1 } {
  return { sum: `${period} ${column}`, sign: row === allRows ? -1 : 1 }
}

function turned(row: string, from: string, to: string): { from: string; to: string } {
  return row === allRows ? { from: to, to: from } : { from, to }
}

/** Sums are worth more than their parts, and large numbers more than small ones. */
function worthOf({ row, month, count }: Counted): number {
  return (1 + Math.log2(1 + count)) * (row === allRows ? 20 : 1) * (month === 0 ? 4 : 1)
}

function keyOf({ row, period, column, month }: Place): string {
  return `${row} ${period} ${column} ${month}`
}
