import { expect, test } from 'vitest'
import { readDay } from './read-day.ts'

test.each([
  ['a Persian date with Persian digits', '۱۳۷۱/۳/۱۲', '1992-06-02'],
  ['a Persian date with Latin digits', '1371/03/12', '1992-06-02'],
  ['a Gregorian date', '1992-06-02', '1992-06-02'],
  ['a date inside a sentence', 'تولد: ۱۳۷۱-۰۳-۱۲ تهران', '1992-06-02'],
  ['the thirtieth of Esfand of a leap year', '1403/12/30', '2025-03-20'],
])('%s is read', (_, text, day) => {
  expect(readDay(text)).toBe(day)
})

test.each([
  ['the thirtieth of Esfand of an ordinary year', '1404/12/30'],
  ['a thirteenth month', '1371/13/01'],
  ['a year alone', '1371'],
])('%s is not taken for a date', (_, text) => {
  expect(readDay(text)).toBeUndefined()
})
