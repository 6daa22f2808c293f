import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumber,
  dayOfNumber,
  dayOfWeek,
  daysBetween,
  fromGregorian,
  toGregorian,
  whyNotDay,
} from './day.ts'

const anyDay = fc
  .integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') })
  .map(dayOfNumber)

/** What the run-time's own calendar says, as a check from outside. */
const asInstant = (day: string) => Date.parse(`${day}T00:00:00Z`)

describe('days', () => {
  test.each([
    ['2024-02-29', undefined],
    ['2000-02-29', undefined],
    ['0001-01-01', undefined],
    ['9999-12-31', undefined],
    ['2023-02-29', 'no_such_day'],
    ['1900-02-29', 'no_such_day'],
    ['2024-04-31', 'no_such_day'],
    ['2024-01-00', 'no_such_day'],
    ['2024-13-01', 'no_such_month'],
    ['2024-00-10', 'no_such_month'],
    ['0000-01-01', 'not_a_day'],
    ['2024-1-1', 'not_a_day'],
    ['2024-01-01T00:00:00Z', 'not_a_day'],
    ['۲۰۲۴-۰۱-۰۱', 'not_a_day'],
    ['', 'not_a_day'],
  ] as const)('%s: %s', (text, fault) => {
    expect(whyNotDay(text)).toBe(fault)
  })

  test('a day that does not exist is never counted with', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError)
    expect(() => fromGregorian({ year: 2023, month: 2, day: 29 })).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })

  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2026-11-21', 14, '2026-12-05'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected)
  })

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  test.each([
    ['2026-11-21', 6],
    ['2026-11-23', 1],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
    ['0001-01-01', 1],
  ])('%s is weekday %i, Monday being 1', (day, weekday) => {
    expect(dayOfWeek(day)).toBe(weekday)
  })

  test('counting days agrees with the run-time for every year', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumber(day)).toBe(asInstant(day) / 86_400_000)
        expect(new Date(asInstant(day)).getUTCDay() || 7).toBe(dayOfWeek(day))
        expect(fromGregorian(toGregorian(day))).toBe(day)
      }),
    )
  })

  test('going forth and back by days returns to the same day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to)
      }),
    )
  })
})
