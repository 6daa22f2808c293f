import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttainmentLevel } from './goal-attainment.ts'
import { attainmentChange, attainmentLevels, goalAttainment } from './goal-attainment.ts'

const goals = (weights: number[], levels: AttainmentLevel[]) =>
  weights.map((weight, index) => ({ weight, level: levels[index] ?? 0 }))

const anyGoals = fc.array(
  fc.record({
    weight: fc.integer({ min: 1, max: 9 }),
    level: fc.constantFrom<AttainmentLevel>(...attainmentLevels),
  }),
  { minLength: 1, maxLength: 8 },
)

describe('goal attainment', () => {
  test.each<[number[], AttainmentLevel[], number]>([
    [[1], [0], 50],
    [[1], [1], 60],
    [[1], [-2], 30],
    [[1, 1, 1], [0, 0, 0], 50],
    [[1, 1, 1], [1, 1, 1], 63.6931],
    [[1, 1, 1], [-1, -1, -1], 36.3069],
    [[1, 1, 1], [2, 2, 2], 77.3861],
    [[1, 2, 3], [1, 0, -1], 45.5935],
    [[2, 1, 4, 3], [2, -1, 0, 1], 58.4017],
    [[1, 1, 1, 1, 1], [1, 0, -1, 2, 0], 56.0302],
    [[6, 4, 9], [0, 1, -1], 46.4768],
  ])('weights %j attained at %j give T = %f', (weights, levels, t) => {
    expect(goalAttainment(goals(weights, levels))).toBeCloseTo(t, 4)
  })

  test('without goals there is no figure', () => {
    expect(goalAttainment([])).toBeUndefined()
    expect(attainmentChange([])).toBeUndefined()
  })

  test.each([0, -1, Number.NaN, Infinity])('a goal of weight %f is not counted with', (weight) => {
    expect(() => goalAttainment([{ weight, level: 0 }])).toThrow(RangeError)
  })

  test('from much less than expected to as expected, three equal goals rise by 27', () => {
    const course = { weight: 1, atBaseline: -2, now: 0 } as const
    const change = attainmentChange([course, course, course])
    expect(change?.baseline).toBeCloseTo(22.6139, 4)
    expect(change?.now).toBe(50)
    expect(change?.change).toBeCloseTo(27.3861, 4)
  })

  test('doubling every weight changes nothing', () => {
    fc.assert(
      fc.property(anyGoals, (some) => {
        const doubled = some.map(({ weight, level }) => ({ weight: 2 * weight, level }))
        expect(goalAttainment(doubled)).toBeCloseTo(goalAttainment(some) ?? Number.NaN, 9)
      }),
    )
  })

  test('attaining one goal better always raises the figure', () => {
    fc.assert(
      fc.property(anyGoals, ([first, ...others]) => {
        fc.pre(first !== undefined && first.level < 2)
        if (!first) return
        const better = { ...first, level: (first.level + 1) as AttainmentLevel }
        expect(goalAttainment([better, ...others])).toBeGreaterThan(
          goalAttainment([first, ...others]) ?? Number.NaN,
        )
      }),
    )
  })
})
