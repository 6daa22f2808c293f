import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from '../calendar/calendar.ts'
import { dayNumber, dayOfNumber } from '../calendar/day.ts'
import type { DayPrecision } from '../calendar/day-precision.ts'
import { dayPrecisions } from '../calendar/day-precision.ts'
import { ageInMonthsOn, ageOn, hasReachedAge } from './age.ts'

describe('age', () => {
  test.each<[string, DayPrecision, string, Calendar, number, number, string]>([
    ['1992-06-02', 'day', '2026-06-01', 'gregory', 33, 33, 'the day before the birthday'],
    ['1992-06-02', 'day', '2026-06-02', 'gregory', 34, 34, 'on the birthday'],
    ['2008-02-29', 'day', '2026-02-28', 'gregory', 17, 17, 'born on a leap day'],
    ['2008-02-29', 'day', '2026-03-01', 'gregory', 18, 18, 'born on a leap day'],
    ['2008-03-20', 'day', '2026-03-20', 'gregory', 18, 18, '1 Farvardin 1387, Gregorian'],
    ['2008-03-20', 'day', '2026-03-20', 'persian', 17, 17, '29 Esfand 1404: one day short'],
    ['2008-03-20', 'day', '2026-03-21', 'persian', 18, 18, '1 Farvardin 1405'],
    ['1992-03-21', 'year', '2026-11-21', 'persian', 33, 34, 'only the year 1371 is known'],
    ['1992-05-22', 'month', '2026-06-10', 'persian', 33, 34, 'only Khordad 1371 is known'],
    ['1992-05-22', 'month', '2026-11-21', 'persian', 34, 34, 'known well enough by now'],
    ['1950-06-01', 'about', '2026-11-21', 'gregory', 74, 78, 'about 76'],
    ['2026-11-21', 'day', '2026-11-21', 'gregory', 0, 0, 'born today'],
    ['2026-06-01', 'about', '2026-11-21', 'gregory', 0, 2, 'perhaps not yet born'],
  ])(
    'born %s (%s), on %s in the %s calendar: %i to %i (%s)',
    (on, precision, day, calendar, least, most) => {
      expect(ageOn({ on, precision }, day, calendar)).toEqual({ least, most })
    },
  )

  test('someone who is not born yet has no age', () => {
    expect(ageOn({ on: '2026-11-22', precision: 'day' }, '2026-11-21', 'persian')).toBeUndefined()
  })

  test.each<[string, string, Calendar, number]>([
    ['2026-08-25', '2026-11-21', 'gregory', 2],
    ['2026-08-21', '2026-11-21', 'gregory', 3],
    ['2026-08-22', '2026-11-21', 'persian', 2],
    ['2025-11-21', '2026-11-21', 'persian', 12],
  ])('a child born %s is on %s (%s) %i months old', (on, day, calendar, months) => {
    const age = ageInMonthsOn({ on, precision: 'day' }, day, calendar)
    expect(age).toEqual({ least: months, most: months })
  })

  test.each<[DayPrecision, string, 'yes' | 'no' | 'unknown']>([
    ['day', '2026-03-21', 'yes'],
    ['day', '2026-03-20', 'no'],
    ['year', '2026-03-20', 'no'],
    ['year', '2026-11-21', 'unknown'],
    ['year', '2027-03-21', 'yes'],
    ['about', '2026-11-21', 'unknown'],
  ])('born 1 Farvardin 1387, known to the %s: is she 18 on %s? %s', (precision, day, answer) => {
    expect(hasReachedAge({ on: '2008-03-20', precision }, 18, day, 'persian')).toBe(answer)
  })

  test('nobody grows younger, and a vaguer date never makes an age surer', () => {
    const day = fc
      .integer({ min: dayNumber('1930-01-01'), max: dayNumber('2090-01-01') })
      .map(dayOfNumber)
    fc.assert(
      fc.property(
        fc.tuple(day, day, day),
        fc.constantFrom(...dayPrecisions),
        fc.constantFrom<Calendar>('persian', 'gregory'),
        (days, precision, calendar) => {
          const [on, then, later] = days.toSorted() as [string, string, string]
          const before = ageOn({ on, precision }, then, calendar)
          const after = ageOn({ on, precision }, later, calendar)
          const exact = ageOn({ on, precision: 'day' }, then, calendar)
          if (!before || !after || !exact) throw new Error('born before both days')
          expect(after.least >= before.least && after.most >= before.most).toBe(true)
          expect(before.least <= exact.least && exact.most <= before.most).toBe(true)
        },
      ),
    )
  })
})
