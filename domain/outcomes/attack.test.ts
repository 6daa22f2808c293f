import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCells } from './count-cells.ts'
import type { Counted, Place, Tally } from './count-cells.ts'
import { suppress } from './suppress.ts'
import type { Told } from './suppress.ts'
import { allRows, topicOf } from './topics.ts'
import type { Topic, TopicCode } from './topics.ts'

// An attacker who has everything that was ever told, knows how it is put together, what was there
// before the first period, and of each hidden number whether it is itself small. The equations
// here are written from the meaning of the tables, apart from the code that hides.

interface Equation {
  parts: { cell: number; sign: 1 | -1 }[]
  equals: number
}

const place = ({ row, period, column, month }: Place) => `${row}|${period}|${column}|${month}`

function equationsOf(topic: Topic, rows: string[], cells: readonly Counted[]): Equation[] {
  const at = new Map(cells.map((cell, index) => [place(cell), index]))
  const periods = [...new Set(cells.map(({ period }) => period))]
  const part = (row: string, period: string, column: string, month: number, sign: 1 | -1) => {
    const cell = at.get(place({ row, period, column, month }))
    return cell === undefined ? [] : [{ cell, sign }]
  }
  const columns = [...topic.came, ...topic.went, ...(topic.left ? [{ code: topic.left }] : [])]
  const found: Equation[] = []
  for (const [q, period] of periods.entries()) {
    for (const { code } of columns) {
      for (const month of [0, 1, 2, 3]) {
        const parts = rows.flatMap((row) => part(row, period, code, month, 1))
        found.push({
          parts: [...parts, ...part(allRows, period, code, month, -1)],
          equals: 0,
        })
      }
    }
    for (const row of [...rows, allRows]) {
      for (const { code, byMonth } of [...topic.came, ...topic.went]) {
        if (!byMonth) continue
        const months = [1, 2, 3].flatMap((month) => part(row, period, code, month, 1))
        found.push({ parts: [...months, ...part(row, period, code, 0, -1)], equals: 0 })
      }
      const book = [
        ...topic.came.flatMap(({ code }) => part(row, period, code, 0, 1)),
        ...topic.went.flatMap(({ code }) => part(row, period, code, 0, -1)),
        ...(topic.left ? part(row, period, topic.left, 0, -1) : []),
        ...(topic.left && q > 0 ? part(row, periods[q - 1] ?? '', topic.left, 0, 1) : []),
      ]
      const before = book.reduce((sum, { cell, sign }) => sum + sign * (cells[cell]?.count ?? 0), 0)
      found.push({ parts: book, equals: before })
    }
  }
  return found.filter(({ parts }) => parts.length > 0)
}

type Range = [least: number, most: number]

/** Narrows every range by every equation until nothing moves; false where nothing is left. */
function narrow(ranges: Range[], equations: readonly Equation[]): boolean {
  for (let moved = true; moved;) {
    moved = false
    for (const { parts, equals } of equations) {
      let least = -equals
      let most = -equals
      for (const { cell, sign } of parts) {
        const [low, high] = ranges[cell] ?? [0, 0]
        least += sign === 1 ? low : -high
        most += sign === 1 ? high : -low
      }
      if (least > 0 || most < 0) return false
      for (const { cell, sign } of parts) {
        const range = ranges[cell]
        if (!range) continue
        const [low, high] = range
        // what the others leave for this one
        const [under, over] =
          sign === 1 ? [-(most - high), -(least - low)] : [least + high, most + low]
        const next: Range = [Math.max(low, under), Math.min(high, over)]
        if (next[0] > next[1]) return false
        if (next[0] > low || next[1] < high) {
          ranges[cell] = next
          moved = true
        }
      }
    }
  }
  return true
}

/** Whether whole numbers within these ranges fulfil every equation: tries all, the likely first. */
function isPossible(ranges: Range[], equations: readonly Equation[], guess: number[]): boolean {
  const tried = ranges.map((range): Range => [...range])
  if (!narrow(tried, equations)) return false
  let open = -1
  for (const [cell, [low, high]] of tried.entries()) {
    if (low === high) continue
    const [bestLow, bestHigh] = tried[open] ?? [0, Infinity]
    if (high - low < bestHigh - bestLow) open = cell
  }
  if (open === -1) return true
  const [low, high] = tried[open] ?? [0, 0]
  const near = Math.min(high, Math.max(low, guess[open] ?? low))
  const order = Array.from({ length: high - low + 1 }, (_one, step) => low + step)
  order.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
  return order.some((value) =>
    isPossible(
      tried.map((range, cell): Range => (cell === open ? [value, value] : range)),
      equations,
      guess,
    ),
  )
}

/** The hidden cells of which the attacker finds out the number, or all but two neighbours. */
function findOut(
  topic: Topic,
  rows: string[],
  counted: Counted[],
  told: readonly Told[],
): string[] {
  const toldAt = new Map(told.map((cell) => [place(cell), cell.count]))
  const equations = equationsOf(topic, rows, counted)
  const truth = counted.map(({ count }) => count)
  const ranges = counted.map((cell): Range => {
    const shown = toldAt.get(place(cell))
    if (shown !== null && shown !== undefined) return [shown, shown]
    return cell.count <= 10 ? [0, 10] : [11, cell.count + 60]
  })
  return counted.flatMap((cell, index) => {
    const [low, high] = ranges[index] ?? [0, 0]
    if (low === high) return []
    const others = [-2, 2, -3, 3, -4, 4]
      .map((step) => cell.count + step)
      .filter((value) => value >= low && value <= high)
    const isHidden = others.some((value) =>
      isPossible(
        ranges.map((range, at): Range => (at === index ? [value, value] : range)),
        equations,
        truth,
      ),
    )
    return isHidden ? [] : [place(cell)]
  })
}

const rows = ['old age', 'disability', 'children']
const periods = ['2026-03-21', '2026-06-22']

function talliesOf(topic: Topic) {
  const came = fc.constantFrom(...topic.came.map(({ code }) => code))
  const went = fc.constantFrom(...topic.went.map(({ code }) => code))
  return fc.array(
    fc
      .record({
        row: fc.constantFrom(...rows),
        came,
        cameIn: fc.integer({ min: topic.left ? -1 : 0, max: 5 }),
        went: fc.option(went, { nil: undefined }),
        stay: fc.integer({ min: 0, max: 4 }),
        count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 })),
      })
      .map(({ stay, ...one }): Tally => {
        const gone = topic.left ? one.went : (one.went ?? topic.went[0]?.code)
        const wentIn = topic.left ? Math.max(0, one.cameIn + stay) : one.cameIn
        return gone && wentIn < 6 ? { ...one, went: gone, wentIn } : { ...one, went: undefined }
      }),
    { maxLength: 14 },
  )
}

const codes: TopicCode[] = ['cases', 'needs', 'requests', 'first_service']

describe('whoever has all tables of all periods and reckons', () => {
  test.each(codes)('finds out no hidden number of %s', { timeout: 60_000 }, (code) => {
    const topic = topicOf(code)
    fc.assert(
      fc.property(talliesOf(topic), (tallies) => {
        const counted = countCells(topic, rows, periods, tallies)
        const first = counted.filter(({ period }) => period === periods[0])
        // told period by period, as they end
        const spring = suppress(topic, first, [])
        const summer = suppress(topic, counted, spring)
        expect(findOut(topic, rows, counted, [...spring, ...summer])).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('would find out numbers if only the small ones were hidden', () => {
    const topic = topicOf('requests')
    const counted = countCells(topic, rows, periods, [
      { row: 'old age', came: 'received', cameIn: 0, count: 40 },
      { row: 'disability', came: 'received', cameIn: 1, count: 30 },
      { row: 'children', came: 'received', cameIn: 2, count: 3 },
    ])
    const naive = counted.map((cell) => ({ ...cell, count: cell.count > 10 ? cell.count : null }))
    expect(findOut(topic, rows, counted, naive)).toContain('children|2026-03-21|received|0')
    expect(findOut(topic, rows, counted, suppress(topic, counted, []))).toEqual([])
  })
})
