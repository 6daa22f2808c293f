import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInZone, isTimeZone } from './day-in-zone.ts'
import { readInstant } from './instant.ts'

describe('moments', () => {
  test.each([
    '1970-01-01T00:00:00Z',
    '2026-11-21T22:49:05.123Z',
    '2026-11-21T22:49:05.123456Z',
    '2026-11-21T22:49+03:30',
    '1969-12-31T23:59:59.999-05:00',
  ])('%s is the moment the run-time takes it for', (text) => {
    expect(readInstant(text)).toBe(Date.parse(text))
  })

  test.each([
    '2026-11-21T22:49:05',
    '2026-11-21',
    '2026-02-30T10:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T10:61:00Z',
    'yesterday',
    '',
  ])('"%s" is refused: it does not name one moment', (text) => {
    expect(() => readInstant(text)).toThrow(RangeError)
  })

  test('every moment written by the run-time is read back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 }), (millis) => {
        expect(readInstant(new Date(millis).toISOString())).toBe(millis)
      }),
    )
  })
})

describe('today', () => {
  test.each([
    ['2026-11-21T20:29:59Z', 'Asia/Tehran', '2026-11-21'],
    ['2026-11-21T20:30:00Z', 'Asia/Tehran', '2026-11-22'],
    ['2026-11-21T20:30:00Z', 'UTC', '2026-11-21'],
    ['2022-07-01T20:00:00Z', 'Asia/Tehran', '2022-07-02'],
    ['2023-07-01T20:00:00Z', 'Asia/Tehran', '2023-07-01'],
    ['2026-11-21T04:30:00Z', 'America/New_York', '2026-11-20'],
    ['2026-12-31T12:00:00Z', 'Pacific/Kiritimati', '2027-01-01'],
  ])('at %s in %s it is %s', (instant, zone, day) => {
    expect(dayInZone(instant, zone)).toBe(day)
    expect(dayInZone(Date.parse(instant), zone)).toBe(day)
  })

  test('a time zone nobody knows is told apart', () => {
    expect(isTimeZone('Asia/Tehran')).toBe(true)
    expect(isTimeZone('Asia/Tehraan')).toBe(false)
    expect(() => dayInZone(0, 'Asia/Tehraan')).toThrow(RangeError)
  })
})
