import { describe, expect, test } from 'vitest'
import { compareScores } from './compare-scores.ts'

const population = { fa: 'نمونه', en: 'Example' }
const change = { sd: 10, reliability: 0.8, population, source: 'example' }

describe('last score and present score', () => {
  test.each([
    ['worse', 10, 15, 'worse'],
    ['worse', 15, 10, 'better'],
    ['better', 10, 15, 'better'],
    ['better', 15, 10, 'worse'],
    ['better', 10, 10, 'same'],
  ] as const)('where more is %s, from %i to %i is %s', (higherIs, before, now, direction) => {
    expect(compareScores({ higherIs }, before, now)).toEqual({
      before,
      now,
      change: now - before,
      direction,
    })
  })

  test('a scale that does not say which way is better gets no judgement', () => {
    expect(compareScores({}, 1, 2)).toEqual({ before: 1, now: 2, change: 1 })
  })

  // Jacobson and Truax (1991): SD 10, reliability .80, from 32.5 to 47.5 gives 15 / 6.32 = 2.37.
  test('from 32.5 to 47.5 is more than error of measurement', () => {
    const { reliable } = compareScores({ higherIs: 'better', change }, 32.5, 47.5)
    expect(reliable?.index).toBeCloseTo(2.37, 2)
    expect(reliable?.isReliable).toBe(true)
    expect(reliable?.leastChange).toBeCloseTo(12.4, 1)
  })

  test('a change within the error of measurement is not called a change', () => {
    const { reliable } = compareScores({ higherIs: 'better', change }, 40, 30)
    expect(reliable?.index).toBeCloseTo(-1.58, 2)
    expect(reliable?.isReliable).toBe(false)
  })
})
