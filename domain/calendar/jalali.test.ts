import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, dayOfNumber } from './day.ts'
import {
  fromJalali,
  hasJalaliDate,
  isJalaliLeapYear,
  jalaliMonthLength,
  toJalali,
  whyNotJalali,
} from './jalali.ts'

const known: [string, string][] = [
  ['2017-03-20', '1395-12-30'],
  ['2017-03-21', '1396-01-01'],
  ['2020-03-20', '1399-01-01'],
  ['2021-03-20', '1399-12-30'],
  ['2021-03-21', '1400-01-01'],
  ['2022-03-21', '1401-01-01'],
  ['2024-02-29', '1402-12-10'],
  ['2024-03-19', '1402-12-29'],
  ['2024-03-20', '1403-01-01'],
  ['2025-03-20', '1403-12-30'],
  ['2025-03-21', '1404-01-01'],
  ['2026-03-20', '1404-12-29'],
  ['2026-03-21', '1405-01-01'],
  ['2026-11-21', '1405-08-30'],
  ['2029-03-19', '1407-12-29'],
  ['2029-03-20', '1408-01-01'],
  ['2030-03-20', '1408-12-30'],
]

const figures = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}

const unicode = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

function asUnicodeSays(day: string) {
  const date = { year: 0, month: 0, day: 0 }
  for (const { type, value } of unicode.formatToParts(Date.parse(`${day}T00:00:00Z`))) {
    if (type === 'year' || type === 'month' || type === 'day') date[type] = Number.parseInt(value)
  }
  return date
}

const firstDay = fromJalali({ year: 1200, month: 1, day: 1 })
const lastDay = fromJalali({ year: 1500, month: 12, day: isJalaliLeapYear(1500) ? 30 : 29 })

describe('Jalali calendar', () => {
  test.each(known)('%s is %s', (day, jalali) => {
    expect(toJalali(day)).toEqual(figures(jalali))
    expect(fromJalali(figures(jalali))).toBe(day)
  })

  test.each([1395, 1399, 1403, 1408])('Esfand of %i has 30 days', (year) => {
    expect(jalaliMonthLength(year, 12)).toBe(30)
  })

  test.each([1396, 1400, 1402, 1404, 1405, 1407])('Esfand of %i has 29 days', (year) => {
    expect(jalaliMonthLength(year, 12)).toBe(29)
  })

  test.each([
    [{ year: 1404, month: 12, day: 30 }, 'no_such_day'],
    [{ year: 1404, month: 7, day: 31 }, 'no_such_day'],
    [{ year: 1404, month: 1, day: 0 }, 'no_such_day'],
    [{ year: 1404, month: 13, day: 1 }, 'no_such_month'],
    [{ year: 1199, month: 1, day: 1 }, 'year_out_of_range'],
    [{ year: 1501, month: 1, day: 1 }, 'year_out_of_range'],
    [{ year: 1403, month: 12, day: 30 }, undefined],
  ])('%j: %s', (date, fault) => {
    expect(whyNotJalali(date)).toBe(fault)
    if (fault) expect(() => fromJalali(date)).toThrow(RangeError)
  })

  test('the days just outside the known years are refused, not guessed', () => {
    expect(() => toJalali(addDays(firstDay, -1))).toThrow(RangeError)
    expect(() => toJalali(addDays(lastDay, 1))).toThrow(RangeError)
    expect([hasJalaliDate(firstDay), hasJalaliDate(addDays(firstDay, -1))]).toEqual([true, false])
    expect([hasJalaliDate(lastDay), hasJalaliDate(addDays(lastDay, 1))]).toEqual([true, false])
  })

  test('the first and last day of every year from 1200 to 1500 agree with Unicode', () => {
    for (let year = 1200; year <= 1500; year += 1) {
      const newYear = fromJalali({ year, month: 1, day: 1 })
      expect(asUnicodeSays(newYear)).toEqual({ year, month: 1, day: 1 })
      expect(toJalali(addDays(newYear, -1 + 365 + (isJalaliLeapYear(year) ? 1 : 0))).month).toBe(12)
    }
  })

  test('any day from 1200 to 1500 agrees with Unicode and reads back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber(firstDay), max: dayNumber(lastDay) }).map(dayOfNumber),
        (day) => {
          expect(toJalali(day)).toEqual(asUnicodeSays(day))
          expect(fromJalali(toJalali(day))).toBe(day)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
