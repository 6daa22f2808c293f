import type { PeriodLength } from './periods.ts'
import { allRows } from './topics.ts'
import type { FlowColumn, Topic } from './topics.ts'

/** Where a cell stands: `month` of its period from 1 on, 0 for the whole period. */
export interface Place {
  row: string
  /** The first day of the period. */
  period: string
  column: string
  month: number
}

export interface Counted extends Place {
  count: number
}

/**
 * So many things of one row that came and went alike. Moments are numbers of months: 0 is the first
 * month of the first period, anything below is before it; nothing means not yet.
 */
export interface Tally {
  row: string
  came: string
  cameIn: number
  went?: string | undefined
  wentIn?: number | undefined
  count: number
}

/**
 * Every cell of a topic, zeros too: for each row and for all together, each period, each column,
 * and where a column goes by month each month. `periods` are the first days of periods that
 * follow one another.
 */
export function countCells(
  topic: Topic,
  rows: readonly string[],
  periods: readonly string[],
  tallies: readonly Tally[],
  length: PeriodLength = 3,
): Counted[] {
  const counts = new Map<string, number>()
  const known = new Set(rows)
  const add = (row: string, at: number, column: string, month: number, count: number) => {
    for (const each of [row, allRows]) {
      const key = keyOf(each, at, column, month)
      counts.set(key, (counts.get(key) ?? 0) + count)
    }
  }
  const addFlow = ({ row, count }: Tally, column: FlowColumn, inMonth: number) => {
    const at = Math.floor(inMonth / length)
    add(row, at, column.code, 0, count)
    if (column.byMonth) add(row, at, column.code, inMonth - at * length + 1, count)
  }
  for (const tally of tallies) {
    if (!known.has(tally.row)) throw new RangeError(`No row is called ${tally.row}`)
    addFlow(tally, columnIn(topic.came, tally.came), tally.cameIn)
    const { went, wentIn } = tally
    if (went !== undefined && wentIn !== undefined) {
      addFlow(tally, columnIn(topic.went, went), wentIn)
    }
    if (topic.left === undefined) continue
    const first = Math.max(0, Math.floor(tally.cameIn / length))
    const end = wentIn === undefined ? periods.length : Math.floor(wentIn / length)
    for (let at = first; at < Math.min(end, periods.length); at += 1) {
      add(tally.row, at, topic.left, 0, tally.count)
    }
  }
  return periods.flatMap((period, at) =>
    [...rows, allRows].flatMap((row) =>
      placesIn(topic, length).map(({ column, month }) => ({
        row,
        period,
        column,
        month,
        count: counts.get(keyOf(row, at, column, month)) ?? 0,
      })),
    ),
  )
}

/** The cells of one row in one period. */
function placesIn(topic: Topic, length: PeriodLength): { column: string; month: number }[] {
  const flows = [...topic.came, ...topic.went].flatMap(({ code, byMonth }) =>
    Array.from({ length: byMonth ? length + 1 : 1 }, (_month, month) => ({ column: code, month })),
  )
  return topic.left === undefined ? flows : [...flows, { column: topic.left, month: 0 }]
}

function columnIn(columns: readonly FlowColumn[], code: string): FlowColumn {
  const found = columns.find((column) => column.code === code)
  if (!found) throw new RangeError(`No column is called ${code}`)
  return found
}

function keyOf(row: string, at: number, column: string, month: number): string {
  return `${row} ${at} ${column} ${month}`
}
