import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeSame } from './judge-same.ts'
import type { SameFacts, SameReason } from './judge-same.ts'

const nobody: SameFacts = {
  givenName: '',
  familyName: '',
  otherNames: [],
  fatherName: '',
  sex: 'unknown',
  born: undefined,
  nationalId: '',
  phones: [],
}
const born = (on: string, precision: 'day' | 'month' | 'year' | 'about' = 'day') => ({
  born: { on, precision },
})
const maryam = { givenName: 'مریم', familyName: 'میرنیا', ...born('1988-04-10') }

type Facts = Partial<SameFacts>

describe('likely one person', () => {
  test.each<[string, Facts, Facts, SameReason[]]>([
    [
      'the same national ID',
      { ...maryam, nationalId: '0012345679' },
      { givenName: 'م', familyName: 'م', nationalId: '0012345679' },
      ['national_id'],
    ],
    ['name and birth date', maryam, { ...maryam, familyName: 'مير‌نيا' }, ['name', 'born_on']],
    [
      'given and family name swapped',
      maryam,
      { ...maryam, givenName: 'میرنیا', familyName: 'مریم' },
      ['name', 'born_on'],
    ],
    [
      'the other script',
      maryam,
      { givenName: 'Maryam', familyName: 'Mirnia', ...born('1988-04-10') },
      ['name_sound', 'born_on'],
    ],
    [
      'a letter and a year off',
      maryam,
      { givenName: 'مریم', familyName: 'میرنیه', ...born('1987-04-10') },
      ['name_near', 'birth_near'],
    ],
    [
      'day and month changed places',
      maryam,
      { ...maryam, ...born('1988-10-04') },
      ['name', 'birth_near'],
    ],
    [
      'only the year is known',
      maryam,
      { ...maryam, ...born('1988-03-21', 'year') },
      ['name', 'birth_near'],
    ],
    [
      'name and phone',
      { ...maryam, born: undefined, phones: ['+989121234567'] },
      { ...maryam, phones: ['+989121234567'] },
      ['name', 'phone'],
    ],
    [
      'name and father, birth not known',
      { ...maryam, born: undefined, fatherName: 'یحیی' },
      { ...maryam, fatherName: 'یحیی' },
      ['name', 'father_name'],
    ],
    [
      'another name of hers',
      { ...maryam, otherNames: ['Maryam Tehrani'] },
      { givenName: 'Maryam', familyName: 'Tehrani', ...born('1988-04-10') },
      ['name', 'born_on'],
    ],
  ])('%s', (_when, one, other, reasons) => {
    expect(judgeSame({ ...nobody, ...one }, { ...nobody, ...other })?.reasons).toEqual(reasons)
  })
})

describe('not one person', () => {
  test.each<[string, Facts, Facts]>([
    [
      'the same name and nothing else',
      { ...maryam, born: undefined },
      { ...maryam, born: undefined },
    ],
    ['the same name, years apart', maryam, { ...maryam, ...born('1961-01-01'), fatherName: '' }],
    [
      'twins with one phone',
      { ...maryam, phones: ['+1'], fatherName: 'یحیی', nationalId: '0012345679' },
      {
        ...maryam,
        givenName: 'زهرا',
        phones: ['+1'],
        fatherName: 'یحیی',
        nationalId: '0084575948',
      },
    ],
    [
      'brothers of one father',
      {
        givenName: 'علی',
        familyName: 'رضایی',
        fatherName: 'حسن',
        phones: ['+1'],
        ...born('2010-01-01'),
      },
      {
        givenName: 'امیر',
        familyName: 'رضایی',
        fatherName: 'حسن',
        phones: ['+1'],
        ...born('2011-01-01'),
      },
    ],
    [
      'a man and a woman',
      { givenName: 'Shahin', familyName: 'Rad', sex: 'male', ...born('1990-01-01') },
      { givenName: 'Shahin', familyName: 'Rad', sex: 'female', ...born('1990-01-01') },
    ],
    [
      'two national IDs that are both right',
      { ...maryam, nationalId: '0012345679' },
      { ...maryam, nationalId: '0084575948' },
    ],
    ['nothing is known of either', {}, {}],
  ])('%s', (_when, one, other) => {
    expect(judgeSame({ ...nobody, ...one }, { ...nobody, ...other })).toBeUndefined()
  })
})

test('whichever of the two is looked at first, the answer is the same', () => {
  const facts = fc.record({
    givenName: fc.constantFrom('مریم', 'Maryam', 'زهرا', 'مریام', ''),
    familyName: fc.constantFrom('میرنیا', 'Mirnia', 'میر نیا', 'احمدی'),
    otherNames: fc.constantFrom([], ['Maryam Mirnia']),
    fatherName: fc.constantFrom('', 'یحیی', 'علی'),
    sex: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
    born: fc.constantFrom(
      undefined,
      born('1988-04-10').born,
      born('1989-04-10').born,
      born('1988-03-21', 'year').born,
    ),
    nationalId: fc.constantFrom('', '0012345679', '0084575948'),
    phones: fc.constantFrom([], ['+1'], ['+2']),
  })
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      expect(judgeSame(one, other)).toEqual(judgeSame(other, one))
    }),
  )
})
