import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCells } from './count-cells.ts'
import type { Counted, Place, Tally } from './count-cells.ts'
import { suppress } from './suppress.ts'
import type { Told } from './suppress.ts'
import { allRows, topicCodes, topicOf } from './topics.ts'
import type { Topic, TopicCode } from './topics.ts'

// An attacker who has everything that was ever told, knows how it is put together, what was there
// before the first period, and of each hidden number whether it is itself small, unless its whole
// period is hidden: that table is the same whatever was small. The equations here are written from
// the meaning of the tables, apart from the code that hides.

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

interface System {
  equations: readonly Equation[]
  /** Of each cell, the equations it is a part of. */
  about: readonly (readonly number[])[]
}

function systemOf(equations: readonly Equation[], cells: number): System {
  const about: number[][] = Array.from({ length: cells }, () => [])
  equations.forEach(({ parts }, at) => {
    for (const { cell } of parts) about[cell]?.push(at)
  })
  return { equations, about }
}

/** Narrows the ranges by these equations and all they touch; false where nothing is left. */
function narrow(ranges: Range[], { equations, about }: System, from: Iterable<number>): boolean {
  const waiting = new Set(from)
  for (const next of waiting) {
    waiting.delete(next)
    const { parts, equals } = equations[next] ?? { parts: [], equals: 0 }
    let least = -equals
    let most = -equals
    for (const { cell, sign } of parts) {
      const [low, high] = ranges[cell] ?? [0, 0]
      least += sign === 1 ? low : -high
      most += sign === 1 ? high : -low
    }
    if (least > 0 || most < 0) return false
    for (const { cell, sign } of parts) {
      const [low, high] = ranges[cell] ?? [0, 0]
      // what the others leave for this one
      const [under, over] =
        sign === 1 ? [-(most - high), -(least - low)] : [least + high, most + low]
      const range: Range = [Math.max(low, under), Math.min(high, over)]
      if (range[0] > range[1]) return false
      if (range[0] === low && range[1] === high) continue
      ranges[cell] = range
      for (const each of about[cell] ?? []) waiting.add(each)
      least += sign === 1 ? range[0] - low : high - range[1]
      most += sign === 1 ? range[1] - high : low - range[0]
    }
  }
  return true
}

/** Whole numbers within these ranges that fulfil every equation: tries all, the likely first. */
function solve(
  ranges: readonly Range[],
  system: System,
  guess: readonly number[],
  changed: number,
): number[] | undefined {
  const tried = [...ranges]
  if (!narrow(tried, system, system.about[changed] ?? [])) return undefined
  let open = -1
  for (const [cell, [low, high]] of tried.entries()) {
    if (low === high) continue
    const [bestLow, bestHigh] = tried[open] ?? [0, Infinity]
    if (high - low < bestHigh - bestLow) open = cell
  }
  if (open === -1) return tried.map(([low]) => low)
  const [low, high] = tried[open] ?? [0, 0]
  const near = Math.min(high, Math.max(low, guess[open] ?? low))
  const order = Array.from({ length: high - low + 1 }, (_one, step) => low + step)
  order.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
  for (const value of order) {
    const solved = solve(tried.with(open, [value, value]), system, guess, open)
    if (solved) return solved
  }
  return undefined
}

/** What the attacker knows of each number before reckoning. */
function knownRanges(counted: readonly Counted[], told: readonly Told[]): Range[] {
  const toldAt = new Map(told.map((cell) => [place(cell), cell.count]))
  const shownPeriods = new Set(
    told.filter(({ count }) => count !== null).map(({ period }) => period),
  )
  return counted.map((cell): Range => {
    const shown = toldAt.get(place(cell)) ?? null
    if (shown !== null) return [shown, shown]
    const most = cell.count + 60
    if (!shownPeriods.has(cell.period)) return [0, most]
    return cell.count <= 10 ? [0, 10] : [11, most]
  })
}

/** The hidden cells of which the attacker is left with fewer than five numbers. */
function findOut(
  topic: Topic,
  rows: string[],
  counted: Counted[],
  told: readonly Told[],
): string[] {
  const system = systemOf(equationsOf(topic, rows, counted), counted.length)
  const truth = counted.map(({ count }) => count)
  const ranges = knownRanges(counted, told)
  narrow(ranges, system, system.equations.keys())
  const shown = new Set(told.filter(({ count }) => count !== null).map(place))
  const possible = truth.map((count) => new Set([count]))
  return counted.flatMap((cell, index) => {
    const [low, high] = ranges[index] ?? [0, 0]
    const found = possible[index]
    if (shown.has(place(cell)) || !found) return []
    for (const step of [4, -4, 3, -3, 2, -2, 1, -1]) {
      const value = cell.count + step
      if (found.size >= 5) break
      if (value < low || value > high || found.has(value)) continue
      const solved = solve(ranges.with(index, [value, value]), system, truth, index)
      solved?.forEach((number, at) => possible[at]?.add(number))
    }
    return found.size >= 5 ? [] : [place(cell)]
  })
}

const rows = ['old age', 'disability', 'children']
const periods = ['2026-03-21', '2026-06-22']

function decidedAlike(came: string, cameIn: number, count: number): Tally[] {
  return [{ row: 'old age', came, cameIn, went: 'decided', wentIn: 0, count }]
}

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

/** Told period by period, as they end. */
function attack(topic: Topic, tallies: readonly Tally[]): string[] {
  const counted = countCells(topic, rows, periods, tallies)
  const first = counted.filter(({ period }) => period === periods[0])
  const spring = suppress(topic, first, [])
  const summer = suppress(topic, counted, spring)
  return findOut(topic, rows, counted, [...spring, ...summer])
}

describe('whoever has all tables of all periods and reckons', () => {
  test.each(topicCodes)(
    'finds out no hidden number of %s',
    (code) => {
      const topic = topicOf(code)
      fc.assert(
        fc.property(talliesOf(topic), (tallies) => {
          expect(attack(topic, tallies)).toEqual([])
        }),
        { numRuns: 20, seed: 20260321 },
      )
    },
    30_000,
  )

  const fewBefore: { code: TopicCode; when: string; tallies: Tally[] }[] = [
    {
      code: 'cases',
      when: 'nine opened beside two that were there',
      tallies: [
        { row: 'old age', came: 'opened', cameIn: 0, count: 9 },
        { row: 'old age', came: 'opened', cameIn: -1, count: 2 },
      ],
    },
    {
      code: 'requests',
      when: 'nine came beside two that were waiting',
      tallies: [
        { row: 'old age', came: 'received', cameIn: 0, count: 9 },
        { row: 'old age', came: 'received', cameIn: -1, count: 2 },
      ],
    },
    {
      code: 'requests',
      when: 'nine came beside two that were waiting, and many in the next period',
      tallies: [
        { row: 'old age', came: 'received', cameIn: 0, count: 9 },
        { row: 'old age', came: 'received', cameIn: -1, count: 2 },
        { row: 'old age', came: 'received', cameIn: 3, count: 40 },
        { row: 'disability', came: 'received', cameIn: 4, went: 'decided', wentIn: 5, count: 30 },
      ],
    },
  ]
  test.each(fewBefore)('finds out no hidden number of $code when $when', ({ code, tallies }) => {
    expect(attack(topicOf(code), tallies)).toEqual([])
  })

  test('cannot tell from a table hidden whole what is small in it, even by the rule of choice', () => {
    const topic = topicOf('requests')
    const [spring = ''] = periods
    const hiddenWhole = (received: number, decided: number) => {
      const early = Math.min(2, decided)
      const counted = countCells(
        topic,
        rows,
        [spring],
        [
          { row: 'old age', came: 'received', cameIn: -1, count: 2 - early },
          ...decidedAlike('received', -1, early),
          { row: 'old age', came: 'received', cameIn: 0, count: received - (decided - early) },
          ...decidedAlike('received', 0, decided - early),
        ],
      )
      return suppress(topic, counted, []).every(({ count }) => count === null)
    }
    const alike = Array.from({ length: 15 }, (_one, received) =>
      Array.from({ length: received + 3 }, (_other, decided) => ({
        received,
        decided,
        waiting: 2 + received - decided,
      })),
    )
      .flat()
      .filter(({ received, decided }) => hiddenWhole(received, decided))
    for (const column of ['received', 'decided', 'waiting'] as const) {
      const found = new Set(alike.map((table) => table[column]))
      expect([...found].filter((count) => count <= 10).length).toBeGreaterThanOrEqual(5)
      expect([...found].some((count) => count > 10)).toBe(true)
    }
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
