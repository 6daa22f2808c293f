import { expect, test } from 'vitest'
import { nothingTyped } from './look-up-typed.ts'
import { asKept } from './person-details.ts'
import { startFromTyped } from './start-from-typed.ts'

test('what was typed to look for someone need not be typed again', () => {
  const begun = startFromTyped({
    ...nothingTyped,
    name: ' مریم میر نیا ',
    fatherName: 'یحیی',
    bornOn: '1988-04-10',
    bornPrecision: 'day',
    nationalId: '0012345679',
    phone: '0912 123 4567',
  })
  expect(begun).toMatchObject({
    givenName: 'مریم',
    familyName: 'میر نیا',
    fatherName: 'یحیی',
    bornOn: '1988-04-10',
    nationalId: '0012345679',
  })
  expect(begun.phones.map(({ number }) => number)).toEqual(['0912 123 4567'])
})

test('a number or a date typed beside the name goes where it belongs', () => {
  const begun = startFromTyped({ ...nothingTyped, name: 'مریم کاظمی ۱۳۷۱ ۰۹۱۲۱۲۳۴۵۶۷ ۱۴۰۵-۰۱۲۳' })
  expect(begun).toMatchObject({
    givenName: 'مریم',
    familyName: 'کاظمی',
    bornPrecision: 'year',
    phones: [{ number: '+989121234567' }],
  })
})

test('a national ID that cannot be right is not carried along', () => {
  expect(startFromTyped({ ...nothingTyped, nationalId: '123' }).nationalId).toBe('')
})

test.each([
  ['1992-10-07', 'year' as const, 'persian' as const, '1992-03-21'],
  ['1992-10-07', 'month' as const, 'persian' as const, '1992-09-23'],
  ['1992-07-01', 'year' as const, 'gregory' as const, '1992-01-01'],
  ['1992-06-15', 'month' as const, 'gregory' as const, '1992-06-01'],
  ['1992-06-15', 'about' as const, 'gregory' as const, '1992-06-15'],
  ['1992-06-02', 'day' as const, 'persian' as const, '1992-06-02'],
])(
  'a birth date around %s known to the %s is kept, in the %s calendar, as %s',
  (day, precision, calendar, kept) => {
    expect(asKept(day, precision, calendar)).toBe(kept)
  },
)
