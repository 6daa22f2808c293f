import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { needDomains } from '../assessment/grid.ts'
import type { EligibilityFacts, EligibilityOutcome } from './assess-eligibility.ts'
import { assessEligibility } from './assess-eligibility.ts'
import type { EligibilityRule } from './eligibility-rules.ts'
import { eligibilityRules } from './eligibility-rules.ts'

const facts: EligibilityFacts = {
  today: '2026-11-21',
  calendar: 'persian',
  born: { on: '1992-06-02', precision: 'day' },
  area: 'تهران، محلهٔ شوش',
  needDomains: ['income', 'food'],
  placesLeft: 3,
  answers: {},
}
const adults: EligibilityRule = { id: 'adults', kind: 'age', from: 18, to: null }
const under18: EligibilityRule = { id: 'children', kind: 'age', from: null, to: 17 }
const shush: EligibilityRule = { id: 'area', kind: 'area', areas: ['شوش', 'مولوی'] }
const food: EligibilityRule = { id: 'need', kind: 'need', domains: ['food', 'housing'] }
const alone: EligibilityRule = {
  id: 'alone',
  kind: 'asked',
  question: { en: 'Does she bring up her children alone?' },
}

describe('each rule is judged by what is known, with its reason', () => {
  test.each<[string, EligibilityRule, Partial<EligibilityFacts>, boolean | null, object]>([
    ['an adult', adults, {}, true, { code: 'age_fits', least: 34, most: 34 }],
    ['an adult, for children only', under18, {}, false, { code: 'too_old', least: 34, most: 34 }],
    [
      'a child of ten, for adults only',
      adults,
      { born: { on: '2016-06-02', precision: 'day' } },
      false,
      { code: 'too_young', least: 10, most: 10 },
    ],
    [
      'someone about eighteen',
      adults,
      { born: { on: '2008-06-02', precision: 'about' } },
      null,
      { code: 'age_unsure', least: 16, most: 20 },
    ],
    [
      'someone about eighteen whom the worker knows to be eighteen',
      adults,
      { born: { on: '2008-06-02', precision: 'about' }, answers: { adults: true } },
      true,
      { code: 'answered', yes: true },
    ],
    ['an unknown birth date', adults, { born: undefined }, null, { code: 'birth_unknown' }],
    [
      'an unknown birth date of someone who says he is seventeen',
      adults,
      { born: undefined, answers: { adults: false } },
      false,
      { code: 'answered', yes: false },
    ],
    [
      'a listed quarter, spelled with Arabic letters',
      shush,
      { area: 'محله مولوي' },
      true,
      { code: 'area_fits', area: 'مولوی' },
    ],
    [
      'a quarter whose name only contains a listed one',
      shush,
      { area: 'شوشتر' },
      null,
      { code: 'area_not_listed', area: 'شوشتر' },
    ],
    ['no area told', shush, { area: '' }, null, { code: 'area_unknown' }],
    [
      'no area told, but the worker knows',
      shush,
      { area: '', answers: { area: true } },
      true,
      { code: 'answered', yes: true },
    ],
    ['a need among several', food, {}, true, { code: 'need_fits', domains: ['food'] }],
    ['another need only', food, { needDomains: ['legal'] }, false, { code: 'no_such_need' }],
    ['no need named yet', food, { needDomains: [] }, null, { code: 'needs_unknown' }],
    [
      'needs are named, not answered',
      food,
      { needDomains: [], answers: { need: true } },
      null,
      { code: 'needs_unknown' },
    ],
    ['a question nobody asked yet', alone, {}, null, { code: 'not_asked' }],
    [
      'a question answered yes',
      alone,
      { answers: { alone: true } },
      true,
      { code: 'answered', yes: true },
    ],
    [
      'a question answered no',
      alone,
      { answers: { alone: false } },
      false,
      { code: 'answered', yes: false },
    ],
    [
      'a fact is stronger than an answer',
      adults,
      { answers: { adults: false } },
      true,
      { code: 'age_fits', least: 34, most: 34 },
    ],
  ])('%s', (_when, rule, change, met, why) => {
    const [result] = assessEligibility([rule], { ...facts, ...change }).results
    expect({ met: result?.met, why: result?.why }).toEqual({ met, why })
    expect(result?.asks === undefined).toBe(met !== null)
  })
})

describe('the rules together advise', () => {
  test.each<[EligibilityOutcome, EligibilityRule[], string]>([
    ['eligible', [], 'no rule at all'],
    ['eligible', [adults, food], 'every rule met'],
    ['unknown', [adults, alone], 'a question is open'],
    ['ineligible', [adults, alone, under18], 'one rule is not met, whatever is still open'],
  ])('%s: %s', (outcome, rules) => {
    expect(assessEligibility(rules, facts).outcome).toBe(outcome)
  })

  test('a full programme makes nobody ineligible; it makes people wait', () => {
    const full = assessEligibility([adults], { ...facts, placesLeft: 0 })
    expect(full.outcome).toBe('eligible')
    expect(full.results.at(-1)).toMatchObject({ met: false, why: { code: 'full' } })
    const unlimited = assessEligibility([], { ...facts, placesLeft: null })
    expect(unlimited.results).toEqual([
      { rule: { id: 'capacity', kind: 'capacity' }, met: true, why: { code: 'no_limit' } },
    ])
  })

  const anyRule = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20 }))
      .map(([from, span]): EligibilityRule => ({ id: 'age', kind: 'age', from, to: from + span })),
    fc.constantFrom<EligibilityRule>(adults, under18, shush, food, alone),
  )
  const rulesOf = fc.uniqueArray(anyRule, { maxLength: 5, selector: ({ id }) => id })
  const anyFacts = fc.record({
    today: fc.constant('2026-11-21'),
    calendar: fc.constantFrom<'persian' | 'gregory'>('persian', 'gregory'),
    born: fc.constantFrom<EligibilityFacts['born']>(
      undefined,
      { on: '1992-06-02', precision: 'day' },
      { on: '2008-11-21', precision: 'about' },
      { on: '2016-03-20', precision: 'year' },
    ),
    area: fc.constantFrom('', 'شوش', 'مولوی', 'ونک'),
    needDomains: fc.subarray([...needDomains]),
    placesLeft: fc.option(fc.integer({ min: 0, max: 2 })),
    answers: fc.dictionary(fc.constantFrom('age', 'adults', 'area', 'alone'), fc.boolean()),
  })

  test('whatever more is answered, a rule that was judged stays as it was judged', () => {
    fc.assert(
      fc.property(rulesOf, anyFacts, fc.boolean(), (rules, known, answer) => {
        const before = assessEligibility(rules, known)
        const answers = Object.fromEntries(rules.map(({ id }) => [id, answer]))
        const after = assessEligibility(rules, {
          ...known,
          answers: { ...answers, ...known.answers },
        })
        for (const [index, { met }] of before.results.entries()) {
          if (met !== null) expect(after.results[index]?.met).toBe(met)
        }
        if (before.outcome === 'ineligible') expect(after.outcome).toBe('ineligible')
      }),
    )
  })

  test('an outcome is unknown exactly when something is left to ask and nothing speaks against', () => {
    fc.assert(
      fc.property(rulesOf, anyFacts, (rules, known) => {
        const { outcome, results } = assessEligibility(rules, known)
        const open = results.some(({ asks }) => asks !== undefined)
        const against = results.some(({ met, rule }) => met === false && rule.kind !== 'capacity')
        expect(outcome).toBe(against ? 'ineligible' : open ? 'unknown' : 'eligible')
      }),
    )
  })
})

describe('rules are written as data', () => {
  test.each<[string, unknown]>([
    ['an age rule without an age', [{ id: 'a', kind: 'age', from: null, to: null }]],
    ['an age rule that ends before it begins', [{ id: 'a', kind: 'age', from: 60, to: 18 }]],
    ['an area rule without an area', [{ id: 'a', kind: 'area', areas: [] }]],
    ['a need nobody has a word for', [{ id: 'a', kind: 'need', domains: ['luck'] }]],
    ['a question without words', [{ id: 'a', kind: 'asked', question: {} }]],
    ['two rules under one name', [adults, { ...under18, id: 'adults' }]],
    ['a rule by religion', [{ id: 'a', kind: 'religion', is: 'x' }]],
  ])('%s is not a rule', (_what, rules) => {
    expect(eligibilityRules.safeParse(rules).success).toBe(false)
  })

  test('the four kinds of rule are', () => {
    expect(eligibilityRules.safeParse([adults, shush, food, alone]).success).toBe(true)
  })
})
