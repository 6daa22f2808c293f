import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCells } from './count-cells.ts'
import { suppress } from './suppress.ts'
import type { Told } from './suppress.ts'
import { allRows, topicOf, topics } from './topics.ts'
import type { Topic } from './topics.ts'

const spring = '2026-03-21'
const summer = '2026-06-22'

/** Requests that reached the desks in spring; those decided went in the same month. */
function requestsOf(numbers: Record<string, [received: number, decided: number]>) {
  return countCells(
    topicOf('requests'),
    Object.keys(numbers),
    [spring],
    Object.entries(numbers).flatMap(([row, [received, decided]]) => [
      { row, came: 'received', cameIn: 0, count: received - decided },
      { row, came: 'received', cameIn: 0, went: 'decided', wentIn: 0, count: decided },
    ]),
  )
}

/** The table as it is read: a row for each programme, `··` where a number is hidden. */
function read(cells: readonly Told[], columns: readonly string[]): string[][] {
  const rows = [...new Set(cells.map(({ row }) => row))]
  return rows.map((row) => [
    row,
    ...columns.map((column) => {
      const found = cells.find((cell) => cell.row === row && cell.column === column)
      return found?.count == null ? '··' : String(found.count)
    }),
  ])
}

describe('a summary of requests', () => {
  const cases: {
    when: string
    facts: Record<string, [number, number]>
    expected: string[][]
  }[] = [
    {
      when: 'every number is large: all is told',
      facts: { 'old age': [70, 40], disability: [50, 30] },
      expected: [
        ['old age', '70', '40', '30'],
        ['disability', '50', '30', '20'],
        [allRows, '120', '70', '50'],
      ],
    },
    {
      when: 'one programme is small: another one is hidden with it, the sums stay',
      facts: { 'old age': [70, 40], disability: [50, 30], children: [7, 4] },
      expected: [
        ['old age', '70', '40', '30'],
        ['disability', '··', '··', '··'],
        ['children', '··', '··', '··'],
        [allRows, '127', '74', '53'],
      ],
    },
    {
      when: 'nobody came to a programme: that is hidden as a small number is',
      facts: { 'old age': [70, 40], disability: [50, 30], children: [0, 0] },
      expected: [
        ['old age', '70', '40', '30'],
        ['disability', '··', '··', '··'],
        ['children', '··', '··', '··'],
        [allRows, '120', '70', '50'],
      ],
    },
    {
      when: 'the small programmes are many together: they hide one another',
      facts: { 'old age': [70, 40], disability: [9, 4], children: [8, 4], school: [7, 3] },
      expected: [
        ['old age', '70', '40', '30'],
        ['disability', '··', '··', '··'],
        ['children', '··', '··', '··'],
        ['school', '··', '··', '··'],
        [allRows, '94', '51', '43'],
      ],
    },
    {
      when: 'the whole agency is small: nothing is told',
      facts: { 'old age': [4, 1], disability: [3, 3] },
      expected: [
        ['old age', '··', '··', '··'],
        ['disability', '··', '··', '··'],
        [allRows, '··', '··', '··'],
      ],
    },
  ]
  test.each(cases)('$when', ({ facts, expected }) => {
    const told = suppress(topicOf('requests'), requestsOf(facts), [])
    expect(read(told, ['received', 'decided', 'waiting'])).toEqual(expected)
  })
})

test('a number told once is never told again, whatever is entered late', () => {
  const topic = topicOf('requests')
  const before = requestsOf({ 'old age': [70, 40], disability: [50, 30] })
  const told = suppress(topic, before, [])
  const recounted = countCells(
    topic,
    ['old age', 'disability'],
    [spring, summer],
    [
      { row: 'old age', came: 'received', cameIn: 0, count: 61 },
      { row: 'disability', came: 'received', cameIn: 1, count: 50 },
    ],
  )
  const next = suppress(topic, recounted, told)
  expect(next.length).toBe(told.length)
  expect(next.every(({ period }) => period === summer)).toBe(true)
  expect(suppress(topic, recounted, [...told, ...next])).toEqual([])
})

test('a period that had to be hidden whole does not hide those after it', () => {
  const topic = topicOf('requests')
  const counted = countCells(
    topic,
    ['old age', 'disability'],
    [spring, summer],
    [
      { row: 'old age', came: 'received', cameIn: -1, count: 2 },
      { row: 'old age', came: 'received', cameIn: 0, count: 9 },
      { row: 'old age', came: 'received', cameIn: 3, count: 40 },
      { row: 'disability', came: 'received', cameIn: 3, count: 30 },
    ],
  )
  const told = suppress(topic, counted, [])
  const shown = told.filter(({ count }) => count !== null)
  expect(new Set(shown.map(({ period }) => period))).toEqual(new Set([summer]))
  expect(shown).toContainEqual({
    row: allRows,
    period: summer,
    column: 'received',
    month: 0,
    count: 70,
  })
})

const rows = ['old age', 'disability', 'children', 'school']
const someTallies = (topic: Topic) =>
  fc.array(
    fc.record({
      row: fc.constantFrom(...rows),
      came: fc.constantFrom(...topic.came.map(({ code }) => code)),
      cameIn: fc.integer({ min: 0, max: 5 }),
      count: fc.integer({ min: 1, max: 80 }),
    }),
    { maxLength: 20 },
  )

test.each(topics)(
  'of $code no number of 10 or less is ever told, and no number is changed',
  (topic) => {
    fc.assert(
      fc.property(someTallies(topic), (tallies) => {
        const counted = countCells(topic, rows, [spring, summer], tallies)
        const told = suppress(topic, counted, [])
        const placeOf = ({ row, period, column, month }: Told) => [row, period, column, month]
        expect(told.map(placeOf)).toEqual(counted.map(placeOf))
        for (const [at, { count }] of told.entries()) {
          if (count !== null) expect([count, count > 10]).toEqual([counted[at]?.count, true])
        }
      }),
      { numRuns: 40 },
    )
  },
)

test('what was told in spring does not depend on what happens in summer', () => {
  const topic = topicOf('cases')
  fc.assert(
    fc.property(someTallies(topic), (tallies) => {
      const counted = countCells(topic, rows, [spring, summer], tallies)
      const early = suppress(
        topic,
        counted.filter(({ period }) => period === spring),
        [],
      )
      const both = suppress(topic, counted, [])
      expect(both.filter(({ period }) => period === spring)).toEqual(early)
    }),
    { numRuns: 40 },
  )
})
