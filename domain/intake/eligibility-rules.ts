import { z } from 'zod'
import { needDomain, needDomains } from '../assessment/grid.ts'
import { text } from '../contract.ts'
import { localText } from '../text/local-text.ts'

const ruleId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
const years = z.int().min(0).max(130)

/** One condition of a programme, as data: administrators write it, everybody reads it as a sentence. */
export const eligibilityRule = z.discriminatedUnion('kind', [
  /** Completed years, both ends included; an open end is null. */
  z
    .strictObject({
      id: ruleId,
      kind: z.literal('age'),
      from: years.nullable(),
      to: years.nullable(),
    })
    .refine((rule) => rule.from !== null || rule.to !== null, {
      error: 'an age rule has at least one end',
    })
    .refine((rule) => rule.from === null || rule.to === null || rule.from <= rule.to, {
      error: 'an age rule begins before it ends',
    }),
  /** Any of these towns, districts or quarters. */
  z.strictObject({ id: ruleId, kind: z.literal('area'), areas: z.array(text(120)).min(1).max(50) }),
  /** At least one need in one of these domains. */
  z.strictObject({
    id: ruleId,
    kind: z.literal('need'),
    domains: z.array(needDomain).min(1).max(needDomains.length),
  }),
  /** A question that a worker answers; yes meets the rule. */
  z.strictObject({ id: ruleId, kind: z.literal('asked'), question: localText }),
])
export type EligibilityRule = z.output<typeof eligibilityRule>

export const eligibilityRules = z
  .array(eligibilityRule)
  .max(30)
  .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, {
    error: 'each rule has an id of its own',
  })

/** What the worker answered, by rule; only rules that could not tell by themselves are read from it. */
export const ruleAnswers = z.record(ruleId, z.boolean())
export type RuleAnswers = z.output<typeof ruleAnswers>
