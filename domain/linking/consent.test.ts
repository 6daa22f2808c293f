import { expect, test } from 'vitest'
import { whyNotLawfulConsent, whyNotShare } from './consent.ts'
import type { ConsentFacts, GivingFacts } from './consent.ts'

const self: GivingFacts = { age: 34, standing: 'self', givenBySelf: true, childAssent: '' }

test.each<[string, Partial<GivingFacts>, string | undefined]>([
  ['an adult speaks for herself', {}, undefined],
  ['of unknown age, a person speaks for himself', { age: undefined }, undefined],
  ['a child of fifteen cannot consent alone', { age: 15 }, 'child_alone'],
  [
    'a mother without any standing cannot consent for an adult',
    { givenBySelf: false },
    'standing_missing',
  ],
  [
    'a guardian consents for a child of five',
    { age: 5, givenBySelf: false, standing: 'natural_guardian' },
    undefined,
  ],
  [
    'for a child of nine the child’s own word is asked too',
    { age: 9, givenBySelf: false, standing: 'custody' },
    'assent_missing',
  ],
  [
    'with the child’s word it stands',
    { age: 9, givenBySelf: false, standing: 'custody', childAssent: 'باشه' },
    undefined,
  ],
])('%s', (_name, facts, because) => {
  expect(whyNotLawfulConsent({ ...self, ...facts })?.facts?.because).toBe(because)
})

const consent: ConsentFacts = {
  id: 'k',
  groups: ['core', 'health'],
  recipientId: 'clinic',
  fromOn: '2026-10-01',
  untilOn: '2026-11-21',
  withdrawn: false,
}
const sharing = { groups: ['core'] as const, recipientId: 'clinic', today: '2026-11-21' }

test.each<[string, Partial<ConsentFacts> | undefined, object, string | undefined]>([
  ['on its last day a consent still holds', {}, {}, undefined],
  ['the day after it does not', {}, { today: '2026-11-22' }, 'ended'],
  ['before its first day it does not', {}, { today: '2026-09-30' }, 'not_yet'],
  ['what it does not name is not shared', {}, { groups: ['core', 'legal'] }, 'groups'],
  ['nor with anyone it does not name', {}, { recipientId: 'shop' }, 'other_recipient'],
  ['without consent nothing is shared', undefined, {}, 'none'],
])('%s', (_name, change, asked, because) => {
  const given = change && { ...consent, ...change }
  expect(whyNotShare(given, { ...sharing, ...asked })?.facts?.because).toBe(because)
})

test('a withdrawn consent says so', () => {
  expect(whyNotShare({ ...consent, withdrawn: true }, sharing)?.code).toBe('consent_withdrawn')
})
