import { expect, test } from 'vitest'
import { makeFormats } from '../platform/formats.ts'
import { defaultSettings } from '../platform/settings.ts'
import { monthTicks } from './month-ticks.ts'

const fa = makeFormats(defaultSettings('fa'), 'Asia/Tehran')
const en = makeFormats(defaultSettings('en'), 'Europe/London')

test('the axis of a Persian reader is marked at the first of each Persian month', () => {
  expect(monthTicks('2026-02-10', '2026-05-01', fa.inCalendar)).toEqual([
    '2026-02-20',
    '2026-03-21',
    '2026-04-21',
  ])
})

test('the axis of a Gregorian reader is marked at the first of each month, short February too', () => {
  expect(monthTicks('2026-01-31', '2026-04-01', en.inCalendar)).toEqual([
    '2026-02-01',
    '2026-03-01',
    '2026-04-01',
  ])
})
