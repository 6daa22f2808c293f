import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KinWord, RelationshipKind, Sex } from './kinship.ts'
import { isMutual, kinWord, relationshipKinds, sexes, whyNotRelate } from './kinship.ts'

describe('a relationship is kept once and read from both ends', () => {
  test.each<[RelationshipKind, Sex, Sex, KinWord, KinWord]>([
    ['parent', 'female', 'male', 'mother', 'son'],
    ['parent', 'male', 'female', 'father', 'daughter'],
    ['parent', 'unknown', 'other', 'parent', 'child'],
    ['step_parent', 'male', 'male', 'stepfather', 'stepson'],
    ['foster_parent', 'female', 'female', 'foster_mother', 'foster_daughter'],
    ['grandparent', 'female', 'unknown', 'grandmother', 'grandchild'],
    ['sibling', 'female', 'male', 'sister', 'brother'],
    ['spouse', 'female', 'male', 'wife', 'husband'],
    ['aunt_uncle', 'male', 'female', 'uncle', 'niece'],
    ['guardian', 'male', 'female', 'guardian', 'ward'],
    ['carer', 'female', 'male', 'carer', 'cared_for'],
    ['friend', 'unknown', 'unknown', 'friend', 'friend'],
  ])('%s of a %s and a %s person: %s and %s', (kind, sex, otherSex, person, other) => {
    expect(kinWord(kind, 'person', sex)).toBe(person)
    expect(kinWord(kind, 'other', otherSex)).toBe(other)
  })

  test('where both ends mean the same, it does not matter who is named first', () => {
    fc.assert(
      fc.property(fc.constantFrom(...relationshipKinds), fc.constantFrom(...sexes), (kind, sex) => {
        const ends = [kinWord(kind, 'person', sex), kinWord(kind, 'other', sex)]
        expect(ends[0] === ends[1]).toBe(isMutual(kind))
      }),
    )
  })
})

describe('two people are not related in a way that cannot be', () => {
  const mother = { personId: 'reyhaneh', otherId: 'armin', kind: 'parent' as const, present: [] }
  const born = (on: string, precision: 'day' | 'year' | 'about' = 'day') => ({ on, precision })

  test.each([
    ['with oneself', { ...mother, otherId: 'reyhaneh' }, 'relationship_with_oneself'],
    ['the same twice', { ...mother, present: [mother] }, 'already_exists'],
    [
      'a sibling named the other way round',
      {
        ...mother,
        kind: 'sibling' as const,
        present: [{ personId: 'armin', otherId: 'reyhaneh', kind: 'sibling' as const }],
      },
      'already_exists',
    ],
    [
      'each the parent of the other',
      { ...mother, present: [{ personId: 'armin', otherId: 'reyhaneh', kind: 'parent' as const }] },
      'relationship_not_possible',
    ],
    [
      'a mother younger than her child',
      { ...mother, born: born('2015-03-10'), otherBorn: born('1992-06-02') },
      'relationship_not_possible',
    ],
    [
      'a grandmother of the same age',
      {
        ...mother,
        kind: 'grandparent' as const,
        born: born('1992-06-02'),
        otherBorn: born('1992-06-02'),
      },
      'relationship_not_possible',
    ],
  ])('%s', (_when, facts, code) => {
    expect(whyNotRelate(facts)?.code).toBe(code)
  })

  test.each([
    [
      'a mother older than her child',
      { ...mother, born: born('1992-06-02'), otherBorn: born('2015-03-10') },
    ],
    [
      'birth dates too vague to tell',
      { ...mother, born: born('1992-03-21', 'about'), otherBorn: born('1991-03-21', 'about') },
    ],
    ['an unknown birth date', { ...mother, otherBorn: born('2015-03-10') }],
    [
      'a stepmother younger than the child',
      {
        ...mother,
        kind: 'step_parent' as const,
        born: born('1995-01-01'),
        otherBorn: born('1992-06-02'),
      },
    ],
    [
      'married again after it ended',
      {
        ...mother,
        kind: 'spouse' as const,
        present: [{ ...mother, kind: 'spouse' as const, until: '2020-01-01' }],
      },
    ],
    [
      'two who care for one another',
      {
        ...mother,
        kind: 'carer' as const,
        present: [{ personId: 'armin', otherId: 'reyhaneh', kind: 'carer' as const }],
      },
    ],
  ])('%s is kept', (_when, facts) => {
    expect(whyNotRelate(facts)).toBeUndefined()
  })
})
