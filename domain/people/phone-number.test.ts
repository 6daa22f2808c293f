import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPersianDigits } from '../text/digits.ts'
import { readPhoneNumber, whyNotPhoneNumber } from './phone-number.ts'

describe('phone number', () => {
  test.each([
    '09121234567',
    '9121234567',
    '989121234567',
    '00989121234567',
    '+989121234567',
    '+98 (0) 912 123 4567',
    '۰۹۱۲۱۲۳۴۵۶۷',
    '۰۹۱۲ ۱۲۳ ۴۵۶۷',
    '0912-123-4567',
    '\u2066+98 912 123 4567\u2069',
  ])('the Iranian mobile "%s" is kept in one form', (typed) => {
    expect(readPhoneNumber(typed)).toEqual({ phoneNumber: '+989121234567' })
  })

  test.each([
    ['+98 21 8877 6655', '+982188776655'],
    ['0098 21 88776655', '+982188776655'],
    ['+1 (650) 555-0100', '+16505550100'],
    ['+44 20 7946 0958', '+442079460958'],
    ['۰۰۴۹۳۰۱۲۳۴۵۶', '+4930123456'],
  ])('"%s" with its country code is kept as %s', (typed, phoneNumber) => {
    expect(readPhoneNumber(typed)).toEqual({ phoneNumber })
  })

  test.each([
    ['', 'empty'],
    ['  -  ', 'empty'],
    ['ندارد', 'not_digits'],
    ['0912 call after 6', 'not_digits'],
    ['02188776655', 'country_code_missing'],
    ['650 555 0100', 'country_code_missing'],
    ['091212345678', 'country_code_missing'],
    ['123', 'too_short'],
    ['+12345', 'too_short'],
    ['+98912123456', 'too_short'],
    ['+9891212345678', 'too_long'],
    ['+1234567890123456', 'too_long'],
    ['+0123456789', 'country_code_missing'],
  ] as const)('"%s" cannot be kept: %s', (typed, fault) => {
    expect(whyNotPhoneNumber(typed)).toBe(fault)
  })

  test('a kept number reads back as itself, on either keyboard', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\+|00|0|9)[0-9 -]{6,16}$/), (typed) => {
        const { phoneNumber } = readPhoneNumber(typed)
        fc.pre(phoneNumber !== undefined)
        expect(phoneNumber).toMatch(/^\+[1-9]\d{7,14}$/)
        expect(readPhoneNumber(phoneNumber)).toEqual({ phoneNumber })
        expect(readPhoneNumber(toPersianDigits(phoneNumber))).toEqual({ phoneNumber })
      }),
    )
  })
})
