import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toLatinDigits, toPersianDigits } from './digits.ts'

describe('digits', () => {
  test.each([
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['شمارهٔ ۰۹۱۲', 'شمارهٔ 0912'],
    ['12۳٤', '1234'],
    ['', ''],
  ])('%s typed on any keyboard is read as %s', (typed, expected) => {
    expect(toLatinDigits(typed)).toBe(expected)
  })

  test.each([
    ['0123456789', '۰۱۲۳۴۵۶۷۸۹'],
    ['٠١٢', '۰۱۲'],
    ['19 روز', '۱۹ روز'],
  ])('%s is shown to a Persian reader as %s', (stored, expected) => {
    expect(toPersianDigits(stored)).toBe(expected)
  })

  test('going to Persian digits and back loses nothing', () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        expect(toLatinDigits(toPersianDigits(String(n)))).toBe(String(n))
      }),
    )
  })
})
