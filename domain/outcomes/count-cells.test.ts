import { expect, test } from 'vitest'
import { countCells } from './count-cells.ts'
import { allRows, bandOf, topicOf } from './topics.ts'

const at = (cells: ReturnType<typeof countCells>, ...place: (string | number)[]) =>
  cells.find((cell) =>
    [cell.row, cell.period, cell.column, cell.month].every((part, i) => part === place[i]),
  )?.count

test('a case opened in May and closed in July is open at the end of spring, not of summer', () => {
  const cells = countCells(
    topicOf('cases'),
    ['school', 'old age'],
    ['spring', 'summer'],
    [
      { row: 'school', came: 'opened', cameIn: 1, went: 'closed', wentIn: 3, count: 12 },
      { row: 'old age', came: 'opened', cameIn: -5, count: 3 },
      // opened and closed before anything is told of
      { row: 'old age', came: 'opened', cameIn: -5, went: 'closed', wentIn: -1, count: 8 },
    ],
  )
  expect(at(cells, 'school', 'spring', 'opened', 0)).toBe(12)
  expect(at(cells, 'school', 'spring', 'opened', 2)).toBe(12)
  expect(at(cells, 'school', 'spring', 'opened', 1)).toBe(0)
  expect(at(cells, 'school', 'spring', 'open', 0)).toBe(12)
  expect(at(cells, 'school', 'summer', 'closed', 1)).toBe(12)
  expect(at(cells, 'school', 'summer', 'open', 0)).toBe(0)
  expect(at(cells, allRows, 'spring', 'open', 0)).toBe(15)
  expect(at(cells, allRows, 'summer', 'open', 0)).toBe(3)
})

test('a programme without anybody has its row of zeros', () => {
  const cells = countCells(topicOf('requests'), ['children'], ['spring'], [])
  expect(cells.map(({ row, count }) => [row, count])).toEqual([
    ...Array.from({ length: 3 }, () => ['children', 0]),
    ...Array.from({ length: 3 }, () => [allRows, 0]),
  ])
})

test.each([
  [0, 'within_7'],
  [7, 'within_7'],
  [8, 'within_30'],
  [90, 'within_90'],
  [91, 'later'],
])('%i days until the first service are %s', (days, band) => {
  expect(bandOf(days)).toBe(band)
})
