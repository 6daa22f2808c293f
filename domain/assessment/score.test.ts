import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { parseQuestionnaire } from './questionnaire.ts'
import { score } from './score.ts'
import { parseScoring } from './scoring.ts'

const both = (en: string) => ({ fa: en, en })
const weighted = (...weights: (number | undefined)[]) => ({
  type: 'choice',
  answerOption: weights.map((valueDecimal, index) => ({
    valueCoding: { code: `o${index}` },
    ...(valueDecimal !== undefined && {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal }],
    }),
  })),
})
const item = (linkId: string, more: object) => ({ linkId, text: linkId, ...more })
const option = (index: number) => [{ option: `o${index}` }]

function read(items: object[], block: object) {
  const { questionnaire } = parseQuestionnaire({
    resourceType: 'Questionnaire',
    status: 'active',
    title: 'T',
    item: items,
  })
  if (!questionnaire) throw new Error('form')
  return { questionnaire, ...parseScoring(block, questionnaire) }
}

const likert = ['a', 'b', 'c', 'd'].map((linkId) => item(linkId, weighted(0, 1, 2, 3, undefined)))
const scale = (more: object = {}) => ({
  id: 'total',
  title: both('Total'),
  items: ['a', 'b', 'c', 'd'],
  method: { kind: 'sum' },
  missing: { atMost: 0, fill: 'leave_out' },
  range: { least: 0, most: 12 },
  source: 'test',
  ...more,
})

function scoreOf(more: object, answers: Answers, items = likert) {
  const { questionnaire, scoring, errors } = read(items, { scales: [scale(more)] })
  if (!scoring) throw new Error(JSON.stringify(errors))
  const [result] = score(questionnaire, scoring, answers, { language: 'en' }).scales
  return result
}

const full = { a: option(3), b: option(2), c: option(1), d: option(0) }

describe('the score of a scale', () => {
  test.each<[string, object, Answers, number | undefined]>([
    ['a sum', {}, full, 6],
    ['a sum with reversed items', { reverse: ['a', 'd'] }, full, 0 + 2 + 1 + 3],
    ['a mean', { method: { kind: 'mean' } }, full, 1.5],
    ['a mean times four', { method: { kind: 'mean' }, times: 4 }, full, 6],
    ['how many items reach 2', { method: { kind: 'count', atLeast: 2 } }, full, 2],
    ['nothing when an answer is missing and none may be', {}, { ...full, d: [] }, undefined],
    [
      'nothing when nothing is answered',
      { missing: { atMost: 4, fill: 'prorate' } },
      {},
      undefined,
    ],
    [
      'the mean of the others in the place of a missing answer',
      { missing: { atMost: 1, fill: 'prorate' } },
      { ...full, d: [] },
      8,
    ],
    [
      'rounded as the scale says',
      { missing: { atMost: 1, fill: 'prorate' }, decimals: 0 },
      { a: option(3), b: option(3), c: option(2) },
      11,
    ],
    ['only what is there', { missing: { atMost: 1, fill: 'leave_out' } }, { ...full, a: [] }, 3],
    [
      'a mean of what is there',
      { method: { kind: 'mean' }, missing: { atMost: 2, fill: 'prorate' } },
      { a: option(3), b: option(2) },
      2.5,
    ],
    [
      'an option without a figure is a missing answer',
      { missing: { atMost: 1, fill: 'leave_out' } },
      { ...full, a: option(4) },
      3,
    ],
    ['too many missing', { missing: { atMost: 1, fill: 'prorate' } }, { a: option(3) }, undefined],
  ])('%s', (_, more, answers, expected) => {
    expect(scoreOf(more, answers)?.value).toBe(expected)
  })

  test('what is missing is named, and a filled-in score says so', () => {
    expect(scoreOf({}, { a: option(1) })).toMatchObject({
      missing: ['b', 'c', 'd'],
      prorated: false,
    })
    expect(scoreOf({ missing: { atMost: 1, fill: 'prorate' } }, { ...full, b: [] })).toMatchObject({
      missing: ['b'],
      prorated: true,
    })
  })

  test('a question the form did not ask counts as the scale says, or as missing', () => {
    const items = [
      item('a', weighted(0, 1, 2)),
      item('b', {
        ...weighted(0, 1, 2),
        enableWhen: [{ question: 'a', operator: '!=', answerCoding: { code: 'o0' } }],
      }),
    ]
    const never = { a: option(0), b: option(2) }
    const of = { items: ['a', 'b'] }
    expect(scoreOf({ ...of, whenNotAsked: 0 }, never, items)?.value).toBe(0)
    expect(scoreOf(of, never, items)).toMatchObject({ missing: ['b'] })
    expect(scoreOf({ ...of, whenNotAsked: 0 }, { a: option(1) }, items)?.value).toBeUndefined()
  })

  test('yes and no count as 1 and 0, typed figures as themselves', () => {
    const items = [
      item('a', { type: 'boolean' }),
      item('b', { type: 'boolean' }),
      item('c', { type: 'integer' }),
      item('d', { type: 'decimal' }),
    ]
    const answers = { a: [true], b: [false], c: [4], d: [0.5] }
    expect(scoreOf({}, answers, items)?.value).toBe(5.5)
    expect(scoreOf({ reverse: ['a', 'b'] }, answers, items)?.value).toBe(5.5)
  })

  test('reversing all items mirrors the score within its range', () => {
    const answer = fc.nat(3).map(option)
    fc.assert(
      fc.property(fc.record({ a: answer, b: answer, c: answer, d: answer }), (answers) => {
        const plain = scoreOf({}, answers)?.value ?? Number.NaN
        const mirrored = scoreOf({ reverse: ['a', 'b', 'c', 'd'] }, answers)?.value
        expect(mirrored).toBe(12 - plain)
      }),
    )
  })

  test('a filled-in score never leaves the range of its scale', () => {
    const answer = fc.option(fc.nat(3), { nil: undefined })
    fc.assert(
      fc.property(fc.record({ a: answer, b: answer, c: answer, d: answer }), (given) => {
        const answers = Object.fromEntries(
          Object.entries(given).map(([key, value]) => [
            key,
            value === undefined ? [] : option(value),
          ]),
        )
        const { value } = scoreOf({ missing: { atMost: 3, fill: 'prorate' } }, answers) ?? {}
        expect(value === undefined || (value >= 0 && value <= 12)).toBe(true)
      }),
    )
  })
})

describe('the meaning of a score', () => {
  const set = (more: object, from: number) => ({
    population: both('people'),
    source: `from ${from}`,
    bands: [
      { from: 0, code: 'low', title: both('Low') },
      { from, code: 'high', title: both('High'), level: 'watch' },
    ],
    ...more,
  })
  const bandFor = (bandSets: object[], reader: Parameters<typeof score>[3]) => {
    const { questionnaire, scoring } = read(likert, { scales: [scale({ bandSets })] })
    if (!scoring) throw new Error('scoring')
    return score(questionnaire, scoring, full, reader).scales[0]?.band
  }

  test('the cut-off itself belongs to the higher band', () => {
    expect(bandFor([set({}, 6)], { language: 'en' })).toMatchObject({
      code: 'high',
      level: 'watch',
    })
    expect(bandFor([set({}, 7)], { language: 'en' })).toMatchObject({ code: 'low' })
  })

  test('cut-offs of the same language come first, of another language with a warning', () => {
    const sets = [set({ language: 'en' }, 7), set({ language: 'fa' }, 5)]
    expect(bandFor(sets, { language: 'fa' })).toMatchObject({
      source: 'from 5',
      fromOtherLanguage: false,
    })
    expect(bandFor(sets.slice(0, 1), { language: 'fa' })).toMatchObject({
      source: 'from 7',
      fromOtherLanguage: true,
    })
    expect(bandFor([...sets.slice(0, 1), set({}, 4)], { language: 'fa' })).toMatchObject({
      source: 'from 4',
      fromOtherLanguage: false,
    })
  })

  test('cut-offs of one sex are never used for another, nor for someone whose sex is not known', () => {
    const sets = [set({ sex: 'female' }, 3), set({ sex: 'male' }, 4)]
    expect(bandFor(sets, { language: 'en', sex: 'female' })?.source).toBe('from 3')
    expect(bandFor(sets, { language: 'en', sex: 'male' })?.source).toBe('from 4')
    expect(bandFor(sets, { language: 'en' })).toBeUndefined()
  })

  test('a score without known cut-offs has no band', () => {
    expect(bandFor([], { language: 'en' })).toBeUndefined()
  })
})

describe('results, protocols and proposed needs', () => {
  const block = {
    noAnswer: ['o4'],
    counts: [{ id: 'high', of: ['a', 'b', 'c'].map((linkId) => ({ item: linkId, atLeast: 2 })) }],
    scales: [scale({ items: ['a', 'b', 'c'], range: { least: 0, most: 9 } })],
    results: [
      {
        id: 'finding',
        title: both('Finding'),
        needs: { items: ['a', 'b'], answered: 'any' },
        cases: [
          { code: 'strong', title: both('Strong'), when: { count: 'high', atLeast: 3 } },
          { code: 'some', title: both('Some'), when: { count: 'high', atLeast: 1, atMost: 2 } },
        ],
        otherwise: { code: 'none', title: both('None') },
        source: 'test',
      },
    ],
    flags: [
      {
        id: 'danger',
        protocol: 'suicide_risk',
        when: { item: 'd', atLeast: 1 },
        title: both('Danger'),
        source: 'test',
      },
    ],
    proposals: [
      {
        id: 'help',
        when: {
          all: [
            {
              any: [
                { result: 'finding', is: ['some', 'strong'] },
                { scale: 'total', atLeast: 9 },
              ],
            },
            { answered: 'c' },
            { not: { item: 'a', is: ['o0'] } },
          ],
        },
        need: { level: 'family', domain: 'food', severity: 2 },
        because: both('Because'),
      },
    ],
  }
  const report = (answers: Answers) => {
    const { questionnaire, scoring, errors } = read(likert, block)
    if (!scoring) throw new Error(JSON.stringify(errors))
    return score(questionnaire, scoring, answers, { language: 'en' })
  }
  const found = (answers: Answers) => report(answers).results[0]?.finding?.code

  test.each<[string, Answers, string | undefined]>([
    ['all high', { a: option(2), b: option(3), c: option(2) }, 'strong'],
    ['two high', { a: option(2), b: option(3), c: option(1) }, 'some'],
    ['none high', { a: option(0), b: option(1), c: option(1) }, 'none'],
    ['one of the needed answered', { b: option(1) }, 'none'],
    ['none of the needed answered', { c: option(3) }, undefined],
    ['"do not know" is no answer', { a: option(4), b: option(4) }, undefined],
  ])('%s', (_, answers, expected) => {
    expect(found(answers)).toBe(expected)
  })

  test('a protocol opens by its one answer, even when nothing else is answered', () => {
    expect(report({ d: option(1) }).flags).toEqual([
      { id: 'danger', protocol: 'suicide_risk', title: both('Danger'), source: 'test' },
    ])
    expect(report({ ...full, d: option(0) }).flags).toEqual([])
    expect(report({}).flags).toEqual([])
  })

  test('a need is proposed only when everything its rule asks holds', () => {
    const need = { level: 'family', domain: 'food', severity: 2 }
    expect(report({ a: option(2), c: option(1) }).proposals).toMatchObject([{ need }])
    expect(report({ a: option(2) }).proposals).toEqual([])
    expect(report({ a: option(0), b: option(2), c: option(1) }).proposals).toEqual([])
  })
})

describe('a scoring block that does not fit its form', () => {
  const faultsOf = (block: object) =>
    (read(likert, block).errors ?? []).map(({ path, code, detail }) => [path, code, detail])
  const band = (from: number) => ({ from, code: `from_${from}`, title: both('x') })
  const bands = (...froms: number[]) =>
    scale({ bandSets: [{ population: both('p'), source: 's', bands: froms.map(band) }] })
  const flag = (when: object) => ({
    flags: [{ id: 'f', protocol: 'p', when, title: both('f'), source: 's' }],
  })

  test.each<[string, object, string[][]]>([
    [
      'an item that is not asked',
      { scales: [scale({ items: ['a', 'z'] })] },
      [['scales[0].items', 'unknown_item', 'z']],
    ],
    [
      'a reversed item outside its scale',
      { scales: [scale({ items: ['a'], reverse: ['b'] })] },
      [['scales[0].reverse', 'unknown_item', 'b']],
    ],
    [
      'one name for two scales',
      { scales: [scale(), scale()] },
      [['scales[1].id', 'duplicate_id', 'total']],
    ],
    [
      'bands that do not ascend',
      { scales: [bands(0, 5, 5)] },
      [['scales[0].bandSets[0].bands[2]', 'bands_not_ascending', '5']],
    ],
    [
      'a band above the range',
      { scales: [bands(0, 13)] },
      [['scales[0].bandSets[0].bands[1]', 'band_outside_range', '13']],
    ],
    [
      'a range upside down',
      { scales: [scale({ range: { least: 5, most: 5 } })] },
      [['scales[0].range', 'range_reversed', '5 ≥ 5']],
    ],
    [
      'an option nobody can choose',
      flag({ item: 'a', is: ['x'] }),
      [['flags[0].when', 'unknown_option', 'x']],
    ],
    [
      'an unknown option as "no answer"',
      { noAnswer: ['x'] },
      [['noAnswer', 'unknown_option', 'x']],
    ],
    [
      'unknown names deep in a condition',
      flag({
        any: [
          {
            all: [
              { scale: 's', atLeast: 1 },
              { count: 'c', atLeast: 1 },
            ],
          },
          { not: { result: 'r', is: ['x'] } },
          { answered: 'z' },
        ],
      }),
      [
        ['flags[0].when.any[0].all[0]', 'unknown_scale', 's'],
        ['flags[0].when.any[0].all[1]', 'unknown_count', 'c'],
        ['flags[0].when.any[1].not', 'unknown_result', 'r'],
        ['flags[0].when.any[2]', 'unknown_item', 'z'],
      ],
    ],
    ['a key nobody knows', { scale: [] }, [['scale', 'wrong_shape', 'unknown']]],
  ])('%s', (_, block, expected) => {
    expect(faultsOf(block)).toEqual(expected)
  })

  test('items without figures and reversed items without a range are refused', () => {
    const items = [item('a', { type: 'text' }), item('b', { type: 'integer' })]
    const block = {
      scales: [scale({ items: ['a', 'b'], reverse: ['b'] })],
      ...flag({ item: 'a', atLeast: 1 }),
    }
    expect(read(items, block).errors?.map(({ path, code }) => [path, code])).toEqual([
      ['scales[0].items', 'item_without_figure'],
      ['scales[0].reverse', 'reversed_item_without_range'],
      ['flags[0].when', 'item_without_figure'],
    ])
  })
})
