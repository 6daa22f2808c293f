import { expect, test } from 'vitest'
import { whyNotLookUp } from './look-up.ts'

const nothing = { name: '', nationalId: '', phone: '', caseNumber: '' }

test.each([
  ['nothing typed', nothing, 'look_up_too_little'],
  ['one letter', { ...nothing, name: ' م ' }, 'look_up_too_little'],
  ['marks without a letter', { ...nothing, name: '«—»' }, 'look_up_too_little'],
  [
    'a wrong national ID',
    { ...nothing, name: 'مریم', nationalId: '1234567890' },
    'national_id_wrong',
  ],
  ['a phone number that is none', { ...nothing, name: 'مریم', phone: '12' }, 'phone_number_wrong'],
])('%s cannot be looked up', (_what, typed, code) => {
  expect(whyNotLookUp(typed)?.code).toBe(code)
})

test.each([
  ['a name', { ...nothing, name: 'مریم' }],
  ['a short name', { ...nothing, name: 'Li' }],
  ['a national ID alone', { ...nothing, nationalId: '0012345679' }],
  ['a phone number alone', { ...nothing, phone: '۰۹۱۲۱۲۳۴۵۶۷' }],
  ['a case number alone', { ...nothing, caseNumber: '1405-0123' }],
])('%s can be looked up', (_what, typed) => {
  expect(whyNotLookUp(typed)).toBeUndefined()
})
