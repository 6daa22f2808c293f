import { expect, test } from 'vitest'
import { readDay, readNumber, readOhanaDay, readTime } from './read-cell.ts'

test.each([
  ['2024-02-29', { day: '2024-02-29' }],
  ['2023-02-29', { problem: 'day_not_real' }],
  ['2024-13-01', { problem: 'day_not_real' }],
  ['12/24/2015', { problem: 'day_not_real' }],
  ['۲۰۲۴-۰۲-۲۹', { day: '2024-02-29' }],
  ['2023-03-15T10:30:45.123Z', { day: '2023-03-15' }],
  ['1404-07-31', { problem: 'day_looks_jalali' }],
  ['۱۴۰۴/۷/۳۱', { problem: 'day_looks_jalali' }],
])('the day %s is read as %o', (text, expected) => {
  expect(readDay(text)).toEqual(expected)
})

test.each([
  ['January 01, 1970', { day: '1970-01-01', everyYear: false }],
  ['12/24/2015', { day: '2015-12-24', everyYear: false }],
  ['12/24/15', { day: '2015-12-24', everyYear: false }],
  ['June 01, 0001', { day: '2000-06-01', everyYear: true }],
  ['February 29, 0001', { day: '2000-02-29', everyYear: true }],
  ['February 30, 2015', { problem: 'day_not_real' }],
  ['Smarch 01, 2015', { problem: 'day_not_real' }],
  ['2015-12-24', { day: '2015-12-24' }],
])('Ohana’s day %s is read as %o', (text, expected) => {
  expect(readOhanaDay(text)).toEqual(expected)
})

test.each([
  ['10:00:00', '10:00'],
  ['10:00:00Z', '10:00'],
  ['08:30+03:30', '08:30'],
  ['9am', '09:00'],
  ['4:00 PM', '16:00'],
  ['12 p.m.', '12:00'],
  ['12:15 am', '00:15'],
  ['۸:۳۰', '08:30'],
  ['24:00', '24:00'],
  ['24:30', undefined],
  ['25:00', undefined],
  ['10:60', undefined],
  ['13pm', undefined],
  ['10', undefined],
  ['noon', undefined],
])('the time %s is read as %s', (text, expected) => {
  expect(readTime(text)).toBe(expected)
})

test.each([
  ['12', 12],
  ['-122.2', -122.2],
  ['۱۲٫۵', 12.5],
  ['1e9', undefined],
  ['12 years', undefined],
])('the number %s is read as %s', (text, expected) => {
  expect(readNumber(text)).toBe(expected)
})
