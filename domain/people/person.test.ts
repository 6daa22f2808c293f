import { describe, expect, test } from 'vitest'
import { bornOf, fullName, personInput, whyNotKeepPerson } from './person.ts'

const today = '2026-11-21'
const reyhaneh = personInput.parse({
  givenName: 'ریحانه',
  familyName: 'مرادیان',
  nationalIdMissing: 'شناسنامه‌اش گم شده است',
})
const id = '01900000-0000-7000-8000-000000000001'

describe('what is kept of a person is checked', () => {
  test.each<[string, object, object]>([
    [
      'a national ID whose last digit does not fit',
      { nationalId: '۰۰۱۲۳۴۵۶۷۸' },
      { code: 'national_id_wrong', facts: { fault: 'wrong_check_digit' } },
    ],
    [
      'neither a national ID nor why there is none',
      { nationalIdMissing: '' },
      { code: 'national_id_reason_missing' },
    ],
    [
      'a phone number one digit short',
      { phones: [{ id, number: '0912123456', label: '', safeToCall: true }] },
      { code: 'phone_number_wrong', facts: { index: 0, fault: 'country_code_missing' } },
    ],
    [
      'a birth date of tomorrow',
      { bornOn: '2026-11-22', bornPrecision: 'day' },
      { code: 'day_in_future', facts: { of: 'bornOn' } },
    ],
    [
      'a birth year to come',
      { bornOn: '2027-03-21', bornPrecision: 'year' },
      { code: 'day_in_future', facts: { of: 'bornOn' } },
    ],
    [
      'a death to come',
      { diedOn: '2026-11-22' },
      { code: 'day_in_future', facts: { of: 'diedOn' } },
    ],
    [
      'a death before the birth',
      { bornOn: '1992-06-02', bornPrecision: 'day', diedOn: '1992-06-01' },
      { code: 'died_before_birth' },
    ],
  ])('%s is refused', (_what, change, refusal) => {
    expect(whyNotKeepPerson({ ...reyhaneh, ...change }, today)).toEqual(refusal)
  })

  test.each<[string, object]>([
    ['no national ID, and why', {}],
    ['a right national ID in Persian digits', { nationalId: '۰۰۱۲۳۴۵۶۷۹', nationalIdMissing: '' }],
    ['born today', { bornOn: today, bornPrecision: 'day' }],
    ['born about this year', { bornOn: '2026-12-01', bornPrecision: 'about' }],
    [
      'died in the year of birth, known by the year',
      { bornOn: '1992-03-21', bornPrecision: 'year', diedOn: '1992-06-01' },
    ],
    [
      'a mobile number as people write it',
      { phones: [{ id, number: '۰۹۱۲ ۱۲۳ ۴۵۶۷', label: '', safeToCall: false }] },
    ],
  ])('%s is kept', (_what, change) => {
    expect(whyNotKeepPerson({ ...reyhaneh, ...change }, today)).toBeUndefined()
  })
})

describe('the shape of a person', () => {
  test('one name is enough: many people have no family name', () => {
    expect(personInput.safeParse({ givenName: 'Gul' }).success).toBe(true)
    expect(personInput.safeParse({ fatherName: 'Gul' }).success).toBe(false)
    expect(fullName({ givenName: 'Gul', familyName: '' })).toBe('Gul')
    expect(fullName(reyhaneh)).toBe('ریحانه مرادیان')
  })

  test('a birth date says how exactly it is known', () => {
    const parse = (born: object) => personInput.safeParse({ givenName: 'Gul', ...born }).success
    expect(parse({ bornOn: '1992-06-02' })).toBe(false)
    expect(parse({ bornPrecision: 'year' })).toBe(false)
    expect(parse({ bornOn: '1992-06-02', bornPrecision: 'about' })).toBe(true)
    expect(bornOf({ bornOn: '1992-06-02', bornPrecision: 'about' })).toEqual({
      on: '1992-06-02',
      precision: 'about',
    })
    expect(bornOf({ bornOn: null, bornPrecision: 'unknown' })).toBeUndefined()
  })

  test('nationality, religion and offences have no place on it', () => {
    for (const field of ['nationality', 'religion', 'offences']) {
      expect(personInput.safeParse({ givenName: 'Gul', [field]: 'x' }).success).toBe(false)
    }
  })
})
