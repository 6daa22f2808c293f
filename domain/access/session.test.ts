import { describe, expect, test } from 'vitest'
import { isFreshSignIn, whySessionEnded } from './session.ts'

const minute = 60_000
const hour = 60 * minute
const at = (signedInAt: number, seenAt: number) => ({ signedInAt, seenAt, provedAt: signedInAt })

describe('a sign-in', () => {
  test.each([
    ['just begun', at(0, 0), 0, undefined],
    ['used a minute ago', at(0, 29 * minute), 30 * minute, undefined],
    ['unused for half an hour', at(0, 0), 30 * minute, 'idle'],
    ['used all day', at(0, 12 * hour - minute), 12 * hour, 'absolute'],
    [
      'used all day but the last minute',
      at(0, 12 * hour - 2 * minute),
      12 * hour - minute,
      undefined,
    ],
  ])('%s', (_when, session, now, expected) => {
    expect(whySessionEnded(session, now)).toBe(expected)
  })

  test('is fresh for five minutes after the password was shown', () => {
    expect(isFreshSignIn({ provedAt: 0 }, 5 * minute - 1)).toBe(true)
    expect(isFreshSignIn({ provedAt: 0 }, 5 * minute)).toBe(false)
  })
})
