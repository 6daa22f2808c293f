import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import type { ImpreciseDay } from '../calendar/day-precision.ts'
import { ageOn } from '../people/age.ts'
import { normaliseName } from '../text/normalise-name.ts'
import { eligibilityRule } from './eligibility-rules.ts'
import type { EligibilityRule, RuleAnswers } from './eligibility-rules.ts'

/** What is known of the person who asks, on the day of asking. */
export interface EligibilityFacts {
  today: Day
  /** In which completed years are counted. */
  calendar: Calendar
  born?: ImpreciseDay | undefined
  area: string
  needDomains: readonly string[]
  /** Places left in the programme; null when it has no limit. */
  placesLeft: number | null
  answers: RuleAnswers
}

export const eligibilityOutcomes = ['eligible', 'ineligible', 'unknown'] as const
export type EligibilityOutcome = (typeof eligibilityOutcomes)[number]

const why = z.discriminatedUnion('code', [
  z.object({ code: z.literal('age_fits'), least: z.int(), most: z.int() }),
  z.object({ code: z.literal('too_young'), least: z.int(), most: z.int() }),
  z.object({ code: z.literal('too_old'), least: z.int(), most: z.int() }),
  z.object({ code: z.literal('age_unsure'), least: z.int(), most: z.int() }),
  z.object({ code: z.literal('birth_unknown') }),
  z.object({ code: z.literal('area_fits'), area: z.string() }),
  z.object({ code: z.literal('area_not_listed'), area: z.string() }),
  z.object({ code: z.literal('area_unknown') }),
  z.object({ code: z.literal('need_fits'), domains: z.array(z.string()) }),
  z.object({ code: z.literal('no_such_need') }),
  z.object({ code: z.literal('needs_unknown') }),
  z.object({ code: z.literal('not_asked') }),
  z.object({ code: z.literal('answered'), yes: z.boolean() }),
  z.object({ code: z.literal('no_limit') }),
  z.object({ code: z.literal('place_free'), places: z.int() }),
  z.object({ code: z.literal('full') }),
])
export type RuleWhy = z.output<typeof why>

/** What ends not knowing: an answer of the worker here, or a fact that is still missing. */
export const ruleAsks = ['answer', 'birth_date', 'area', 'needs'] as const
export type RuleAsk = (typeof ruleAsks)[number]

export const ruleResult = z.object({
  rule: z.union([
    eligibilityRule,
    z.object({ id: z.literal('capacity'), kind: z.literal('capacity') }),
  ]),
  met: z.boolean().nullable(),
  why,
  /** Present while it is not known whether the rule is met. */
  asks: z.array(z.enum(ruleAsks)).optional(),
})
export type RuleResult = z.output<typeof ruleResult>

export const eligibility = z.object({
  outcome: z.enum(eligibilityOutcomes),
  results: z.array(ruleResult),
})
export type Eligibility = z.output<typeof eligibility>

/**
 * A programme's rules against what is known, rule by rule, each with its reason. One rule that is
 * not met makes ineligible; one that cannot be told makes unknown and says what to ask. A full
 * programme makes nobody ineligible: it makes people wait, so capacity is told and does not decide.
 * The result advises; a person decides.
 */
export function assessEligibility(
  rules: readonly EligibilityRule[],
  facts: EligibilityFacts,
): Eligibility {
  const judged = rules.map((rule) => judgeRule(rule, facts))
  const outcome = judged.some(({ met }) => met === false)
    ? 'ineligible'
    : judged.some(({ met }) => met === null)
      ? 'unknown'
      : 'eligible'
  return { outcome, results: [...judged, judgeCapacity(facts.placesLeft)] }
}

function judgeRule(rule: EligibilityRule, facts: EligibilityFacts): RuleResult {
  const known = judgeByFacts(rule, facts)
  const answer = facts.answers[rule.id]
  if (known.met !== null || answer === undefined || !known.asks?.includes('answer')) {
    return { rule, ...known }
  }
  return { rule, met: answer, why: { code: 'answered', yes: answer } }
}

type Judged = Omit<RuleResult, 'rule'>

function judgeByFacts(rule: EligibilityRule, facts: EligibilityFacts): Judged {
  switch (rule.kind) {
    case 'age':
      return judgeAge(rule, facts)
    case 'area':
      return judgeArea(rule.areas, facts.area)
    case 'need': {
      if (facts.needDomains.length === 0) {
        return { met: null, why: { code: 'needs_unknown' }, asks: ['needs'] }
      }
      const domains = rule.domains.filter((domain) => facts.needDomains.includes(domain))
      return domains.length > 0
        ? { met: true, why: { code: 'need_fits', domains } }
        : { met: false, why: { code: 'no_such_need' } }
    }
    case 'asked':
      return { met: null, why: { code: 'not_asked' }, asks: ['answer'] }
  }
}

function judgeAge(
  rule: { from: number | null; to: number | null },
  { born, today, calendar }: EligibilityFacts,
): Judged {
  const age = born && ageOn(born, today, calendar)
  if (!age) return { met: null, why: { code: 'birth_unknown' }, asks: ['birth_date', 'answer'] }
  const from = rule.from ?? 0
  const to = rule.to ?? Number.MAX_SAFE_INTEGER
  if (age.most < from) return { met: false, why: { code: 'too_young', ...age } }
  if (age.least > to) return { met: false, why: { code: 'too_old', ...age } }
  if (age.least >= from && age.most <= to) return { met: true, why: { code: 'age_fits', ...age } }
  return { met: null, why: { code: 'age_unsure', ...age }, asks: ['answer', 'birth_date'] }
}

/**
 * An area fits when a listed one stands in it word for word, however it is spelled. One that is not
 * listed may still lie inside a listed one under another name, so the worker is asked.
 */
function judgeArea(areas: readonly string[], typed: string): Judged {
  const words = ` ${normaliseName(typed)} `
  if (words.trim() === '') {
    return { met: null, why: { code: 'area_unknown' }, asks: ['area', 'answer'] }
  }
  const area = areas.find((listed) => {
    const key = normaliseName(listed)
    return key !== '' && words.includes(` ${key} `)
  })
  return area === undefined
    ? { met: null, why: { code: 'area_not_listed', area: typed }, asks: ['answer'] }
    : { met: true, why: { code: 'area_fits', area } }
}

function judgeCapacity(placesLeft: number | null): RuleResult {
  const rule = { id: 'capacity', kind: 'capacity' } as const
  if (placesLeft === null) return { rule, met: true, why: { code: 'no_limit' } }
  return placesLeft > 0
    ? { rule, met: true, why: { code: 'place_free', places: placesLeft } }
    : { rule, met: false, why: { code: 'full' } }
}
