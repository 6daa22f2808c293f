import { expect, test } from 'vitest'
import { readEligibility, saysFree } from './read-conditions.ts'

test.each([
  ['', { kind: 'nothing_written' }],
  ['None.', { kind: 'everybody' }],
  ['بدون شرط', { kind: 'everybody' }],
  ['Age 18 or over', { kind: 'age', minimum: 18, maximum: null, alone: true }],
  ['Ages 6 to 12', { kind: 'age', minimum: 6, maximum: 12, alone: true }],
  ['از ۱۸ سال به بالا', { kind: 'age', minimum: 18, maximum: null, alone: true }],
  ['۶ تا ۱۲ ساله', { kind: 'age', minimum: 6, maximum: 12, alone: true }],
  ['Age 55 or over for most programs, age 60 or over for lunch program', { kind: 'text' }],
  [
    'Age 21-60, detoxed, physically able and willing to work',
    { kind: 'age', minimum: 21, maximum: 60, alone: false },
  ],
  ['۱۸ تا ۴۵ سال، ساکن ری', { kind: 'age', minimum: 18, maximum: 45, alone: false }],
  ['Age 60-21', { kind: 'text' }],
  ['Age 18 or over, or younger with a parent', { kind: 'text' }],
  ['۱۸ تا ۴۵ سال، یا مادر کودک', { kind: 'text' }],
  ['None for most services. For emergency assistance, must have low income', { kind: 'text' }],
  ['Low-income families', { kind: 'text' }],
])('the condition «%s» is understood as %o and no further', (text, expected) => {
  expect(readEligibility(text)).toEqual(expected)
})

test.each([
  ['None.', true],
  ['رایگان', true],
  ['', false],
  ['None for emergency services. Vary for after school activities.', false],
  ['$60 application fee', false],
])('the fee «%s» is free: %s', (text, expected) => {
  expect(saysFree(text)).toBe(expected)
})
