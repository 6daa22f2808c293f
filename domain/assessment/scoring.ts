import { z } from 'zod'
import { levels } from '../cases/levels.ts'
import { bothLanguages } from '../text/local-text.ts'
import { gridCell, severity } from './grid.ts'
import { deepestNesting, isNestedDeeper } from './nested-deeper.ts'
import type { Questionnaire, QuestionnaireItem } from './questionnaire-model.ts'
import { eachItem } from './questionnaire-model.ts'
import type { ContentFault, FaultCode } from './questionnaire-fault.ts'
import { shapeFaults } from './questionnaire-fault.ts'

/**
 * A statement about answers, scales and results that is true or false. A question without an answer
 * makes a statement about it false, and so its `not` true.
 */
export type Condition =
  | { item: string; atLeast: number }
  | { item: string; is: (string | boolean)[] }
  | { answered: string }
  | { scale: string; atLeast: number }
  | { result: string; is: string[] }
  | { count: string; atLeast: number; atMost?: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

const linkId = z.string().min(1)
const code = z.string().regex(/^[a-z][a-z0-9_]*$/)

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ item: linkId, atLeast: z.number() }),
    z.strictObject({ item: linkId, is: z.array(z.union([z.string(), z.boolean()])).min(1) }),
    z.strictObject({ answered: linkId }),
    z.strictObject({ scale: code, atLeast: z.number() }),
    z.strictObject({ result: code, is: z.array(code).min(1) }),
    z.strictObject({ count: code, atLeast: z.int(), atMost: z.int().optional() }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
)

const level = z.enum(levels)

/** Paper, page or standard from which a figure comes. */
const source = z.string().min(1)

const band = z.strictObject({
  /** The smallest score of the band; it reaches up to the next. */
  from: z.number(),
  code,
  title: bothLanguages,
  level: level.optional(),
})

const bandSet = z.strictObject({
  /** The language the instrument was given in, and the sex, for which the cut-offs were found. */
  language: z.string().optional(),
  sex: z.enum(['female', 'male']).optional(),
  population: bothLanguages,
  bands: z.array(band).min(1),
  source,
})

const scale = z.strictObject({
  id: code,
  title: bothLanguages,
  items: z.array(linkId).min(1),
  /** Items that count the other way round: smallest plus largest figure, less the answer. */
  reverse: z.array(linkId).default([]),
  method: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sum') }),
    z.strictObject({ kind: z.literal('mean') }),
    /** How many items reach a figure. */
    z.strictObject({ kind: z.literal('count'), atLeast: z.number() }),
  ]),
  /** The result is multiplied by this. */
  times: z.number().positive().default(1),
  /** Digits kept after the point. */
  decimals: z.int().min(0).max(4).default(2),
  /**
   * How many answers may be missing for a score to be given, and what a sum then is: the mean of
   * the others in their place (`prorate`), or nothing (`leave_out`).
   */
  missing: z.strictObject({ atMost: z.int().min(0), fill: z.enum(['prorate', 'leave_out']) }),
  /** What a question counts for that the form itself did not ask; else it counts as missing. */
  whenNotAsked: z.number().optional(),
  range: z.strictObject({ least: z.number(), most: z.number() }),
  higherIs: z.enum(['better', 'worse']).optional(),
  bandSets: z.array(bandSet).default([]),
  /** Spread and reliability in a population, for reliable change. */
  change: z
    .strictObject({
      sd: z.number().positive(),
      reliability: z.number().min(0).lt(1),
      population: bothLanguages,
      source,
    })
    .optional(),
  code: z.strictObject({ system: z.string(), code: z.string() }).optional(),
  source,
})

const finding = z.strictObject({
  code,
  title: bothLanguages,
  level: level.optional(),
  coding: z.strictObject({ system: z.string(), code: z.string() }).optional(),
})

/** A reading of the answers that is not a figure: the first case whose condition holds. */
const result = z.strictObject({
  id: code,
  title: bothLanguages,
  /** Nothing is found unless all, or any, of these questions are answered. */
  needs: z.strictObject({ items: z.array(linkId).min(1), answered: z.enum(['all', 'any']) }),
  cases: z.array(finding.extend({ when: condition })).min(1),
  otherwise: finding.optional(),
  code: z.strictObject({ system: z.string(), code: z.string() }).optional(),
  source,
})

/** What opens a protocol at once, whatever else is still unanswered. */
const flag = z.strictObject({
  id: code,
  protocol: code,
  when: condition,
  title: bothLanguages,
  source,
})

/** A need that the answers suggest; a person confirms it or not. */
const proposal = z.strictObject({
  id: code,
  when: condition,
  need: gridCell.extend({ severity: severity.optional() }),
  because: bothLanguages,
})

/** How an instrument is scored, as data. */
const scoringSchema = z.strictObject({
  /** Options by which nothing was said, such as "don't know": they count as no answer. */
  noAnswer: z.array(z.string()).default([]),
  counts: z.array(z.strictObject({ id: code, of: z.array(condition).min(1) })).default([]),
  scales: z.array(scale).default([]),
  results: z.array(result).default([]),
  flags: z.array(flag).default([]),
  proposals: z.array(proposal).default([]),
})
export type Scoring = z.output<typeof scoringSchema>
export type Scale = Scoring['scales'][number]
export type BandSet = Scale['bandSets'][number]

/**
 * Reads a scoring block and checks it against its questionnaire: every item, option, scale, count
 * and result it speaks of exists, every item of a scale has figures, bands ascend within the range.
 */
export function parseScoring(
  json: unknown,
  questionnaire: Questionnaire,
): { scoring: Scoring; errors?: undefined } | { scoring?: undefined; errors: ContentFault[] } {
  if (isNestedDeeper(json, deepestNesting)) {
    return { errors: [{ path: '', code: 'too_deep', detail: String(deepestNesting) }] }
  }
  const parsed = scoringSchema.safeParse(json, { reportInput: true })
  if (!parsed.success) return { errors: shapeFaults('', parsed.error.issues) }
  const scoring = parsed.data
  const errors: ContentFault[] = []
  const fault = (path: string, code: FaultCode, detail: string) => {
    errors.push({ path, code, detail })
  }
  const items = new Map<string, QuestionnaireItem>()
  for (const { item } of eachItem(questionnaire.items)) items.set(item.linkId, item)
  const options = new Set([...items.values()].flatMap((item) => item.options.map((o) => o.key)))

  const checkItem = (path: string, id: string) => {
    if (!items.has(id)) fault(path, 'unknown_item', id)
  }
  const ids = {
    scale: idsOf('scales', scoring.scales, fault),
    count: idsOf('counts', scoring.counts, fault),
    result: idsOf('results', scoring.results, fault),
  }
  idsOf('flags', scoring.flags, fault)
  idsOf('proposals', scoring.proposals, fault)

  const checkCondition = (path: string, test: Condition): void => {
    if ('all' in test || 'any' in test) {
      for (const [i, inner] of ('all' in test ? test.all : test.any).entries()) {
        checkCondition(`${path}.${'all' in test ? 'all' : 'any'}[${i}]`, inner)
      }
    } else if ('not' in test) checkCondition(`${path}.not`, test.not)
    else if ('answered' in test) checkItem(path, test.answered)
    else if ('scale' in test && !ids.scale.has(test.scale)) fault(path, 'unknown_scale', test.scale)
    else if ('count' in test && !ids.count.has(test.count)) fault(path, 'unknown_count', test.count)
    else if ('result' in test && !ids.result.has(test.result)) {
      fault(path, 'unknown_result', test.result)
    } else if ('item' in test) {
      checkItem(path, test.item)
      const item = items.get(test.item)
      if (item && 'atLeast' in test && !figuresOf(item)) {
        fault(path, 'item_without_figure', test.item)
      }
      for (const key of 'is' in test && item ? test.is : []) {
        const offered = item?.options.some((option) => option.key === key)
        if (typeof key === 'string' && !offered) fault(path, 'unknown_option', key)
      }
    }
  }

  for (const key of scoring.noAnswer) {
    if (!options.has(key)) fault('noAnswer', 'unknown_option', key)
  }
  for (const [i, one] of scoring.counts.entries()) {
    for (const [j, test] of one.of.entries()) checkCondition(`counts[${i}].of[${j}]`, test)
  }
  for (const [i, one] of scoring.scales.entries()) checkScale(`scales[${i}]`, one, items, fault)
  for (const [i, one] of scoring.results.entries()) {
    for (const id of one.needs.items) checkItem(`results[${i}].needs.items`, id)
    for (const [j, { when }] of one.cases.entries()) {
      checkCondition(`results[${i}].cases[${j}].when`, when)
    }
  }
  for (const [i, one] of scoring.flags.entries()) checkCondition(`flags[${i}].when`, one.when)
  for (const [i, one] of scoring.proposals.entries()) {
    checkCondition(`proposals[${i}].when`, one.when)
  }
  return errors.length > 0 ? { errors } : { scoring }
}

type Fault = (path: string, code: FaultCode, detail: string) => void

function idsOf(name: string, list: readonly { id: string }[], fault: Fault): Set<string> {
  const seen = new Set<string>()
  for (const [i, { id }] of list.entries()) {
    if (seen.has(id)) fault(`${name}[${i}].id`, 'duplicate_id', id)
    seen.add(id)
  }
  return seen
}

function checkScale(
  path: string,
  scaleBlock: Scale,
  items: ReadonlyMap<string, QuestionnaireItem>,
  fault: Fault,
) {
  for (const id of [...scaleBlock.items, ...scaleBlock.reverse]) {
    const item = items.get(id)
    if (!item) fault(`${path}.items`, 'unknown_item', id)
    else if (!figuresOf(item)) fault(`${path}.items`, 'item_without_figure', id)
  }
  for (const id of scaleBlock.reverse) {
    const item = items.get(id)
    if (!scaleBlock.items.includes(id)) fault(`${path}.reverse`, 'unknown_item', id)
    if (item && figuresOf(item) === 'unbounded') {
      fault(`${path}.reverse`, 'reversed_item_without_range', id)
    }
  }
  const { least, most } = scaleBlock.range
  if (least >= most) fault(`${path}.range`, 'range_reversed', `${least} ≥ ${most}`)
  for (const [i, { bands }] of scaleBlock.bandSets.entries()) {
    for (const [j, { from }] of bands.entries()) {
      const at = `${path}.bandSets[${i}].bands[${j}]`
      const before = bands[j - 1]
      if (before && before.from >= from) fault(at, 'bands_not_ascending', String(from))
      if (from < least || from > most) fault(at, 'band_outside_range', String(from))
    }
  }
}

/** Whether answers to an item have figures, and the smallest and largest of them. */
export function figuresOf(
  item: QuestionnaireItem,
): { least: number; most: number } | 'unbounded' | undefined {
  if (item.type === 'boolean') return { least: 0, most: 1 }
  if (item.type === 'integer' || item.type === 'decimal') {
    const { least, most } = item
    return typeof least === 'number' && typeof most === 'number' ? { least, most } : 'unbounded'
  }
  const weights = item.options.flatMap(({ weight }) => (weight === undefined ? [] : [weight]))
  return weights.length > 0
    ? { least: Math.min(...weights), most: Math.max(...weights) }
    : undefined
}
