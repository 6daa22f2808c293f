import { expect, test } from 'vitest'
import { caseNumberYear } from './case-number-year.ts'

test.each([
  ['2026-11-21', 'persian' as const, 1405],
  ['2026-11-21', 'gregory' as const, 2026],
  ['2026-03-20', 'persian' as const, 1404],
  ['2026-03-21', 'persian' as const, 1405],
  ['2026-12-31', 'gregory' as const, 2026],
])('a case opened on %s is numbered, in the %s calendar, under %i', (day, calendar, year) => {
  expect(caseNumberYear(day, calendar)).toBe(year)
})
