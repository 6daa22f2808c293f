import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPersianDigits } from '../text/digits.ts'
import { readNationalId, whyNotNationalId } from './national-id.ts'

const right = ['9990000018', '0012345679', '4567890124', '2280000016', '0930001230']

describe('national ID', () => {
  test.each(right)('%s is a possible national ID', (nationalId) => {
    expect(readNationalId(nationalId)).toEqual({ nationalId })
  })

  test.each([
    ['۰۰۱۲۳۴۵۶۷۹', '0012345679'],
    ['٠٠١٢٣٤٥٦٧٩', '0012345679'],
    ['001-234567-9', '0012345679'],
    [' 001 234 5679 ', '0012345679'],
    ['12345679', '0012345679'],
    ['930001230', '0930001230'],
  ])('typed as "%s" it is kept as %s', (typed, nationalId) => {
    expect(readNationalId(typed)).toEqual({ nationalId })
  })

  test.each([
    ['', 'empty'],
    ['ندارد', 'empty'],
    ['1234567', 'too_short'],
    ['12345678901', 'too_long'],
    ['1111111111', 'all_same_digit'],
    ['0000000000', 'all_same_digit'],
    ['0010000000', 'serial_all_zero'],
    ['1234567890', 'wrong_check_digit'],
    ['0684159415', 'wrong_check_digit'],
    ['12345678', 'wrong_check_digit'],
  ] as const)('"%s" cannot be one: %s', (typed, fault) => {
    expect(whyNotNationalId(typed)).toBe(fault)
  })

  test('one wrong digit in any of these is noticed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...right),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (nationalId, place, shift) => {
          const wrong = nationalId.split('')
          wrong[place] = String((Number(wrong[place]) + shift) % 10)
          expect(whyNotNationalId(wrong.join(''))).toBeDefined()
        },
      ),
    )
  })

  test('the keyboard makes no difference', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6,12}$/), (digits) => {
        expect(readNationalId(toPersianDigits(digits))).toEqual(readNationalId(digits))
      }),
    )
  })
})
