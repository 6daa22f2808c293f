import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPersianDigits } from '../text/digits.ts'
import { dayNumber, dayOfNumber } from './day.ts'
import { toJalali } from './jalali.ts'
import { parseTypedDay } from './parse-typed-day.ts'

const jalali = (day: string, precision = 'day') => ({ day, precision, calendar: 'persian' })
const gregorian = (day: string, precision = 'day') => ({ day, precision, calendar: 'gregory' })

describe('a date as people type it', () => {
  test.each([
    ['1403/1/5', jalali('2024-03-24')],
    ['۱۴۰۳/۰۱/۰۵', jalali('2024-03-24')],
    ['١٤٠٣-١-٥', jalali('2024-03-24')],
    ['1403.01.05', jalali('2024-03-24')],
    ['1403 1 5', jalali('2024-03-24')],
    ['۵/۱/۱۴۰۳', jalali('2024-03-24')],
    ['۵ فروردین ۱۴۰۳', jalali('2024-03-24')],
    ['۵ فروردين ۱۴۰۳', jalali('2024-03-24')],
    ['5 Farvardin 1403', jalali('2024-03-24')],
    ['۱۴۰۳/۱۲/۳۰', jalali('2025-03-20')],
    ['۳۰ اسفند ۱۴۰۳', jalali('2025-03-20')],
    ['2024-03-24', gregorian('2024-03-24')],
    ['۲۰۲۴-۰۳-۲۴', gregorian('2024-03-24')],
    ['24/3/2024', gregorian('2024-03-24')],
    ['3/24/2024', gregorian('2024-03-24')],
    ['5/5/2024', gregorian('2024-05-05')],
    ['24 March 2024', gregorian('2024-03-24')],
    ['March 24, 2024', gregorian('2024-03-24')],
    ['۲۴ مارس ۲۰۲۴', gregorian('2024-03-24')],
    ['\u2066 2024-02-29 \u2069', gregorian('2024-02-29')],
  ])('%s', (typed, expected) => {
    expect(parseTypedDay(typed)).toEqual(expected)
  })

  test.each([
    ['۱۳۷۱', jalali('1992-03-21', 'year')],
    ['1992', gregorian('1992-01-01', 'year')],
    ['1371/3', jalali('1992-05-22', 'month')],
    ['۳/۱۳۷۱', jalali('1992-05-22', 'month')],
    ['خرداد ۱۳۷۱', jalali('1992-05-22', 'month')],
    ['خردادماه ۱۳۷۱', jalali('1992-05-22', 'month')],
    ['خرداد‌ماه سال ۱۳۷۱', jalali('1992-05-22', 'month')],
    ['سال ۱۳۷۱', jalali('1992-03-21', 'year')],
    ['June 1992', gregorian('1992-06-01', 'month')],
  ])('%s is kept as exactly as it was told', (typed, expected) => {
    expect(parseTypedDay(typed)).toEqual(expected)
  })

  test.each([
    ['', { code: 'empty' }],
    ['  ', { code: 'empty' }],
    ['دیروز', { code: 'not_a_date' }],
    ['۵ فروردین', { code: 'year_needs_four_digits' }],
    ['71/3/12', { code: 'year_needs_four_digits' }],
    ['1403/1/5/2', { code: 'not_a_date' }],
    ['1403/100/5', { code: 'not_a_date' }],
    ['5/1403/1', { code: 'not_a_date' }],
    ['1403/2024/1', { code: 'not_a_date' }],
    ['14030105', { code: 'not_a_date' }],
    ['5 March 1403', { code: 'not_a_date' }],
    ['5 Farvardin 2024', { code: 'not_a_date' }],
    ['1600/1/1', { code: 'year_out_of_range' }],
    ['5/4/2024', { code: 'day_or_month_first' }],
    ['1403/13/1', { code: 'no_such_month', calendar: 'persian', month: 13 }],
    ['24/13/2024', { code: 'no_such_month', calendar: 'gregory', month: 13 }],
    ['1403/0/1', { code: 'no_such_month', calendar: 'persian', month: 0 }],
    [
      '1404/12/30',
      { code: 'no_such_day', calendar: 'persian', year: 1404, month: 12, day: 30, monthLength: 29 },
    ],
    [
      '۳۱ مهر ۱۴۰۴',
      { code: 'no_such_day', calendar: 'persian', year: 1404, month: 7, day: 31, monthLength: 30 },
    ],
    [
      '2023-02-29',
      {
        code: 'no_such_day',
        calendar: 'gregory',
        year: 2023,
        month: 2,
        day: 29,
        monthLength: 28,
      },
    ],
    [
      '1403/1/0',
      { code: 'no_such_day', calendar: 'persian', year: 1403, month: 1, day: 0, monthLength: 31 },
    ],
  ])('"%s" cannot be kept: %j', (typed, fault) => {
    expect(parseTypedDay(typed)).toEqual({ fault })
  })

  test('every day of two centuries can be typed in either calendar, on either keyboard', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2099-12-31') }).map(dayOfNumber),
        fc.constantFrom('/', '-', '.', ' '),
        (day, mark) => {
          const { year, month, day: ofMonth } = toJalali(day)
          const typed = [year, month, ofMonth].join(mark)
          expect(parseTypedDay(typed)).toEqual(jalali(day))
          expect(parseTypedDay(toPersianDigits(typed))).toEqual(jalali(day))
          expect(parseTypedDay(toPersianDigits(day))).toEqual(gregorian(day))
        },
      ),
    )
  })
})
