import type { Level } from '../cases/levels.ts'
import type { LocalText } from '../text/local-text.ts'
import type { AnswerValue, Answers } from './answers.ts'
import { answersTo } from './answers.ts'
import { countedAnswers, enabledItems } from './enabled-items.ts'
import type { GridCell, Severity } from './grid.ts'
import type { Questionnaire, QuestionnaireItem } from './questionnaire-model.ts'
import { eachItem } from './questionnaire-model.ts'
import type { BandSet, Condition, Scale, Scoring } from './scoring.ts'
import { figuresOf } from './scoring.ts'

/** For whom the score is read: cut-offs belong to a language and sometimes to a sex. */
export interface ScoreReader {
  /** The language in which the instrument was given. */
  language: string
  sex?: 'female' | 'male'
}

export interface ScaleBand {
  code: string
  title: LocalText
  level?: Level
  /** In which people the cut-off was found, and the paper that says so. */
  population: LocalText
  source: string
  /** The cut-offs were found in another language than the instrument was given in. */
  fromOtherLanguage: boolean
}

export interface ScaleScore {
  id: string
  title: LocalText
  range: { least: number; most: number }
  /** Absent when more answers are missing than the scale allows. */
  value?: number
  /** linkIds without an answer that counts. */
  missing: readonly string[]
  prorated: boolean
  band?: ScaleBand
  source: string
}

export interface ScoreResult {
  id: string
  title: LocalText
  /** Absent when the questions it needs are not answered, or when no case holds. */
  finding?: { code: string; title: LocalText; level?: Level }
  /** linkIds of the questions it needs that have no answer. */
  missing: readonly string[]
  source: string
}

export interface ScoreReport {
  scales: readonly ScaleScore[]
  results: readonly ScoreResult[]
  /** Protocols to open now. */
  flags: readonly { id: string; protocol: string; title: LocalText; source: string }[]
  /** Needs that the answers suggest, for a person to confirm. */
  proposals: readonly {
    id: string
    need: GridCell & { severity?: Severity }
    because: LocalText
  }[]
}

/**
 * Scores answers as the scoring block says. Only questions that are asked count; a scale with too
 * many missing answers has no value and names them; flags are raised however little is answered.
 */
export function score(
  questionnaire: Questionnaire,
  scoring: Scoring,
  given: Answers,
  reader: ScoreReader,
): ScoreReport {
  const items = new Map<string, QuestionnaireItem>()
  for (const { item } of eachItem(questionnaire.items)) items.set(item.linkId, item)
  const asked = enabledItems(questionnaire, given)
  const answers = withoutNonAnswers(countedAnswers(questionnaire, given), scoring.noAnswer)

  const figureOf = (linkId: string): number | undefined => {
    const item = items.get(linkId)
    return item && figureOfAnswers(item, answersTo(answers, linkId))
  }
  const scales = scoring.scales.map((scale) => {
    const figures = scale.items.map((linkId) => {
      const item = items.get(linkId)
      const figure = figureOf(linkId)
      if (figure === undefined && !asked.has(linkId)) return scale.whenNotAsked
      const range = item && figuresOf(item)
      return figure !== undefined && scale.reverse.includes(linkId) && typeof range === 'object'
        ? range.least + range.most - figure
        : figure
    })
    return scoreScale(scale, figures, reader)
  })

  const results: ScoreResult[] = []
  const holds = (test: Condition): boolean => {
    if ('all' in test) return test.all.every(holds)
    if ('any' in test) return test.any.some(holds)
    if ('not' in test) return !holds(test.not)
    if ('answered' in test) return answersTo(answers, test.answered).length > 0
    if ('scale' in test) {
      const value = scales.find(({ id }) => id === test.scale)?.value
      return value !== undefined && value >= test.atLeast
    }
    if ('count' in test) {
      const of = scoring.counts.find(({ id }) => id === test.count)?.of ?? []
      const holding = of.filter(holds).length
      return holding >= test.atLeast && holding <= (test.atMost ?? holding)
    }
    if ('result' in test) {
      const found = results.find(({ id }) => id === test.result)?.finding?.code
      return found !== undefined && test.is.includes(found)
    }
    if ('atLeast' in test) {
      const figure = figureOf(test.item)
      return figure !== undefined && figure >= test.atLeast
    }
    return answersTo(answers, test.item).some((value) =>
      test.is.some((expected) => expected === (typeof value === 'object' ? keyOf(value) : value)),
    )
  }

  for (const result of scoring.results) {
    const { needs, cases, otherwise, id, title, source } = result
    const missing = needs.items.filter((linkId) => answersTo(answers, linkId).length === 0)
    const answered =
      needs.answered === 'all' ? missing.length === 0 : missing.length < needs.items.length
    const finding = answered ? (cases.find(({ when }) => holds(when)) ?? otherwise) : undefined
    results.push({
      id,
      title,
      missing,
      source,
      ...(finding && {
        finding: {
          code: finding.code,
          title: finding.title,
          ...(finding.level && { level: finding.level }),
        },
      }),
    })
  }

  return {
    scales,
    results,
    flags: scoring.flags
      .filter(({ when }) => holds(when))
      .map(({ id, protocol, title, source }) => ({ id, protocol, title, source })),
    proposals: scoring.proposals
      .filter(({ when }) => holds(when))
      .map(({ id, need, because }) => ({ id, need, because })),
  }
}

function keyOf(value: { option: string } | { other: string }): string | undefined {
  return 'option' in value ? value.option : undefined
}

function withoutNonAnswers(answers: Answers, noAnswer: readonly string[]): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([linkId, values]) => [
      linkId,
      values.filter(
        (value) => !(typeof value === 'object' && noAnswer.includes(keyOf(value) ?? '')),
      ),
    ]),
  )
}

/** Several chosen options count together; an option without a figure counts as no answer. */
function figureOfAnswers(
  item: QuestionnaireItem,
  values: readonly AnswerValue[],
): number | undefined {
  const figures = values.flatMap((value) => {
    if (typeof value === 'boolean') return [value ? 1 : 0]
    if (typeof value === 'number') return [value]
    if (typeof value === 'string' || 'other' in value) return []
    const weight = item.options.find(({ key }) => key === value.option)?.weight
    return weight === undefined ? [] : [weight]
  })
  return figures.length === 0 ? undefined : figures.reduce((sum, figure) => sum + figure, 0)
}

function scoreScale(
  scale: Scale,
  figures: readonly (number | undefined)[],
  reader: ScoreReader,
): ScaleScore {
  const { id, title, range, source } = scale
  const missing = scale.items.filter((_, index) => figures[index] === undefined)
  const there = figures.filter((figure) => figure !== undefined)
  const base = { id, title, range, source, missing }
  if (there.length === 0 || missing.length > scale.missing.atMost) {
    return { ...base, prorated: false }
  }
  const prorated = missing.length > 0 && scale.missing.fill === 'prorate'
  const value = rounded(
    scale.times * combine(scale, there) * shareOf(scale, prorated, there.length),
    scale.decimals,
  )
  const band = bandOf(scale.bandSets, value, reader)
  return { ...base, prorated, value, ...(band && { band }) }
}

function combine({ method }: Scale, figures: readonly number[]): number {
  const sum = figures.reduce((total, figure) => total + figure, 0)
  if (method.kind === 'sum') return sum
  if (method.kind === 'mean') return sum / figures.length
  return figures.filter((figure) => figure >= method.atLeast).length
}

/** A sum or count of some items stands for all of them; a mean already does. */
function shareOf({ method, items }: Scale, prorated: boolean, answered: number): number {
  return prorated && method.kind !== 'mean' ? items.length / answered : 1
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round((value + Number.EPSILON * Math.sign(value)) * factor) / factor
}

/** The band of the set that fits language and sex best; a set for another sex never fits. */
function bandOf(
  bandSets: readonly BandSet[],
  value: number,
  reader: ScoreReader,
): ScaleBand | undefined {
  const fit = (set: BandSet): number => {
    if (set.sex !== undefined && set.sex !== reader.sex) return -1
    const languageFit = set.language === reader.language ? 4 : set.language === undefined ? 2 : 0
    return languageFit + (set.sex === undefined ? 0 : 1)
  }
  const best = bandSets
    .filter((set) => fit(set) >= 0)
    .toSorted((a, b) => fit(b) - fit(a))
    .at(0)
  const band = best?.bands.findLast(({ from }) => value >= from)
  if (!best || !band) return undefined
  return {
    code: band.code,
    title: band.title,
    ...(band.level && { level: band.level }),
    population: best.population,
    source: best.source,
    fromOtherLanguage: best.language !== undefined && best.language !== reader.language,
  }
}
