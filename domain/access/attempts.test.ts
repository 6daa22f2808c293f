import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attemptRules, countAttempt, forgetAttempt } from './attempts.ts'
import type { AttemptRule, Attempts } from './attempts.ts'

const rule: AttemptRule = {
  free: 3,
  firstPause: 30_000,
  longestPause: 120_000,
  forgottenAfter: 3_600_000,
}

function tryAt(times: readonly number[], by: AttemptRule = rule) {
  let state: Attempts | undefined
  return times.map((now) => {
    const outcome = countAttempt(state, by, now)
    if ('waitSeconds' in outcome) return outcome.waitSeconds
    state = outcome.after
    return 'tried'
  })
}

describe('tries that fail', () => {
  test('are free at first, then each makes the pause twice as long, up to the longest', () => {
    expect(tryAt([0, 0, 0, 0])).toEqual(['tried', 'tried', 'tried', 30])
    expect(tryAt([0, 0, 0, 30_000, 30_000])).toEqual(['tried', 'tried', 'tried', 'tried', 60])
    expect(tryAt([0, 0, 0, 30_000, 90_000, 210_000, 210_000])).toEqual([
      'tried',
      'tried',
      'tried',
      'tried',
      'tried',
      'tried',
      120,
    ])
  })

  test('are forgotten after an hour of peace', () => {
    expect(tryAt([0, 0, 0, 3_600_001, 3_600_001, 3_600_001, 3_600_001])).toEqual([
      'tried',
      'tried',
      'tried',
      'tried',
      'tried',
      'tried',
      30,
    ])
  })

  test('are given back to who succeeds', () => {
    const third = { failures: 3, failedAt: 0, blockedUntil: 30_000 }
    const after = forgetAttempt(third, rule)
    expect(after.failures).toBe(2)
    expect(countAttempt(after, rule, 1)).toHaveProperty('after')
  })

  test('never pass more than ten codes of the first set-up in an hour', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(7_200_000), { minLength: 30, maxLength: 80 }), (moments) => {
        const times = moments.toSorted((one, other) => one - other)
        const tried = times.filter((_, at) => tryAt(times, attemptRules.setUp)[at] === 'tried')
        for (const from of tried) {
          expect(tried.filter((at) => at >= from && at < from + 3_600_000).length).toBeLessThan(11)
        }
      }),
      { numRuns: 25 },
    )
  })
})
