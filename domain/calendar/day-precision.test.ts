import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayOfNumber } from './day.ts'
import type { DayPrecision } from './day-precision.ts'
import { dayPrecisions, daySpan } from './day-precision.ts'

describe('how exactly a date is known', () => {
  test.each<[string, DayPrecision, string, string, string]>([
    ['1992-06-02', 'day', '1992-06-02', '1992-06-02', 'the day itself'],
    ['1992-06-01', 'month', '1992-06-01', '1992-06-30', 'June 1992'],
    ['1992-05-22', 'month', '1992-05-22', '1992-06-21', 'Khordad 1371'],
    ['1993-02-20', 'month', '1993-02-20', '1993-03-20', 'Esfand 1371, 29 days'],
    ['2025-02-19', 'month', '2025-02-19', '2025-03-20', 'Esfand 1403, 30 days'],
    ['1992-01-01', 'year', '1992-01-01', '1992-12-31', 'the year 1992'],
    ['1992-03-21', 'year', '1992-03-21', '1993-03-20', 'the year 1371'],
    ['2024-03-20', 'year', '2024-03-20', '2025-03-20', 'the leap year 1403'],
    ['1950-06-01', 'about', '1948-06-01', '1952-06-01', 'two years either way'],
  ])('%s known to the %s lies from %s to %s (%s)', (on, precision, earliest, latest) => {
    expect(daySpan({ on, precision })).toEqual({ earliest, latest })
  })

  test('the day that was kept always lies within its own span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('1800-01-01'), max: dayNumber('2150-01-01') }).map(dayOfNumber),
        fc.constantFrom(...dayPrecisions),
        (on, precision) => {
          const { earliest, latest } = daySpan({ on, precision })
          expect(earliest <= on && on <= latest).toBe(true)
        },
      ),
    )
  })
})
