import { describe, expect, test } from 'vitest'
import { dayOf } from './clock.ts'
import { daysBetween, makeFormats } from './formats.ts'
import { defaultSettings } from './settings.ts'
import type { Settings } from './settings.ts'

const fa = makeFormats(defaultSettings('fa'), 'Asia/Tehran')
const en = makeFormats(defaultSettings('en'), 'Europe/London')
const mixed = makeFormats(
  { language: 'en', calendar: 'persian', digits: 'latin', theme: 'system' } satisfies Settings,
  'Asia/Tehran',
)

describe('dates are written as their reader writes them', () => {
  test.each([
    ['a Persian day', fa.formatDay('2026-11-21'), '۳۰ آبان ۱۴۰۵'],
    ['a Persian day with its weekday', fa.formatDayLong('2026-11-21'), 'شنبه ۳۰ آبان ۱۴۰۵'],
    ['a Persian month', fa.formatMonth('2026-11-21'), 'آبان ۱۴۰۵'],
    ['a birth year only', fa.formatDay('1992-06-02', 'year'), '۱۳۷۱'],
    ['a birth month', fa.formatDay('1992-06-02', 'month'), 'خرداد ۱۳۷۱'],
    ['the last day of a leap year', fa.formatDay('2025-03-20'), '۳۰ اسفند ۱۴۰۳'],
    ['an English day', en.formatDay('2026-11-21'), '21 Nov 2026'],
    ['an English day in full', en.formatDayLong('2026-11-21'), 'Saturday 21 November 2026'],
    ['a Persian calendar in English', mixed.formatDay('2026-11-21'), '30 Aban 1405'],
    ['a day without its year', fa.formatDayShort('2026-11-21'), '۳۰ آبان'],
  ])('%s', (_, written, expected) => {
    expect(written).toBe(expected)
  })
})

test('a moment is told in the zone of the agency, whatever the device thinks', () => {
  expect(fa.formatInstant('2026-11-21T07:12:00Z')).toBe('۳۰ آبان ۱۴۰۵، ۱۰:۴۲')
  expect(en.formatInstant('2026-11-21T07:12:00Z')).toBe('21 Nov 2026, 7:12')
  expect(dayOf(new Date('2026-11-20T21:00:00Z'), 'Asia/Tehran')).toBe('2026-11-21')
})

test('days are counted across years and leap days', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-11-21', '2026-11-02')).toBe(-19)
  expect(fa.formatRelativeDays('2026-11-20', '2026-11-21')).toBe('دیروز')
  expect(en.formatRelativeDays('2026-11-23', '2026-11-21')).toBe('in 2 days')
})

test.each([
  ['the day before a birthday', '1992-06-02', '2026-06-01', 33],
  ['on the birthday', '1992-06-02', '2026-06-02', 34],
])('age: %s', (_, bornOn, today, years) => {
  expect(en.ageOn(bornOn, today).years).toBe(years)
})

test('a baby is counted in months', () => {
  expect(fa.ageOn('2026-03-21', '2026-11-21').months).toBe(7)
})

test('the digits of a code are shown in the reader’s own', () => {
  expect(fa.withDigits('1405-0318')).toBe('۱۴۰۵-۰۳۱۸')
  expect(fa.formatNumber(1234.5)).toBe('۱٬۲۳۴٫۵')
})

test('a sign stays before its number inside a Persian line', () => {
  expect(fa.formatSigned(-2)).toBe('\u2066−۲\u2069')
  expect(en.formatSigned(1)).toBe('\u2066+1\u2069')
})
