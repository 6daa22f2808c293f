import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers, AnswerValue } from './answers.ts'
import { countedAnswers, enabledItems } from './enabled-items.ts'
import { parseQuestionnaire } from './questionnaire.ts'

function form(...item: object[]) {
  const json = { resourceType: 'Questionnaire', status: 'active', title: 'T', item }
  const { questionnaire, errors } = parseQuestionnaire(json)
  if (!questionnaire) throw new Error(JSON.stringify(errors))
  return questionnaire
}
const question = (linkId: string, more: object = {}) => ({
  linkId,
  type: 'boolean',
  text: linkId,
  ...more,
})
const isAsked = (item: object, condition: object, given: AnswerValue[]) =>
  enabledItems(
    form({ text: 'q', linkId: 'q', ...item }, question('then', { enableWhen: [condition] })),
    { q: given },
  ).has('then')

const coded = {
  type: 'choice',
  repeats: true,
  answerOption: ['x', 'y', 'z'].map((code) => ({ valueCoding: { system: 's', code } })),
}
const x = { option: 'x' }
const y = { option: 'y' }
const yes = { answerBoolean: true }

describe('what is asked next', () => {
  test.each<[string, object, object, AnswerValue[], boolean]>([
    ['exists, answered', { type: 'string' }, { operator: 'exists', ...yes }, ['a'], true],
    ['exists, blank', { type: 'string' }, { operator: 'exists', ...yes }, ['  '], false],
    ['exists, nothing', { type: 'string' }, { operator: 'exists', ...yes }, [], false],
    ['not exists', { type: 'string' }, { operator: 'exists', answerBoolean: false }, [], true],
    [
      'not exists, answered',
      { type: 'string' },
      { operator: 'exists', answerBoolean: false },
      ['a'],
      false,
    ],
    ['= yes', { type: 'boolean' }, { operator: '=', ...yes }, [true], true],
    ['= yes, said no', { type: 'boolean' }, { operator: '=', ...yes }, [false], false],
    ['= yes, nothing said', { type: 'boolean' }, { operator: '=', ...yes }, [], false],
    ['!= yes, said no', { type: 'boolean' }, { operator: '!=', ...yes }, [false], true],
    ['!= yes, nothing said', { type: 'boolean' }, { operator: '!=', ...yes }, [], true],
    ['> 3', { type: 'integer' }, { operator: '>', answerInteger: 3 }, [4], true],
    ['> 3, just 3', { type: 'integer' }, { operator: '>', answerInteger: 3 }, [3], false],
    ['> 3, nothing', { type: 'integer' }, { operator: '>', answerInteger: 3 }, [], false],
    ['>= 3', { type: 'integer' }, { operator: '>=', answerInteger: 3 }, [3], true],
    ['>= 3, only 2', { type: 'integer' }, { operator: '>=', answerInteger: 3 }, [2], false],
    ['< 0.5', { type: 'decimal' }, { operator: '<', answerDecimal: 0.5 }, [0.4], true],
    ['< 0.5, 0.5', { type: 'decimal' }, { operator: '<', answerDecimal: 0.5 }, [0.5], false],
    ['<= 0.5', { type: 'decimal' }, { operator: '<=', answerDecimal: 0.5 }, [0.5], true],
    ['<= 0.5, 0.6', { type: 'decimal' }, { operator: '<=', answerDecimal: 0.5 }, [0.6], false],
    [
      'after a day',
      { type: 'date' },
      { operator: '>', answerDate: '2024-03-20' },
      ['2024-03-21'],
      true,
    ],
    [
      'before a day',
      { type: 'date' },
      { operator: '<', answerDate: '2024-03-20' },
      ['2024-03-21'],
      false,
    ],
    ['= a text', { type: 'string' }, { operator: '=', answerString: 'a' }, ['a'], true],
    ['chosen', coded, { operator: '=', answerCoding: { system: 's', code: 'x' } }, [x], true],
    ['chosen, system not named', coded, { operator: '=', answerCoding: { code: 'x' } }, [x], true],
    ['chosen among others', coded, { operator: '=', answerCoding: { code: 'x' } }, [y, x], true],
    ['another chosen', coded, { operator: '=', answerCoding: { code: 'x' } }, [y], false],
    [
      '!= chosen, another chosen',
      coded,
      { operator: '!=', answerCoding: { code: 'x' } },
      [y],
      true,
    ],
    [
      '!= chosen, both chosen',
      coded,
      { operator: '!=', answerCoding: { code: 'x' } },
      [y, x],
      false,
    ],
    ['!= chosen, nothing chosen', coded, { operator: '!=', answerCoding: { code: 'x' } }, [], true],
    [
      'a figure among options',
      { type: 'choice', answerOption: [{ valueInteger: 1 }, { valueInteger: 5 }] },
      { operator: '>', answerInteger: 3 },
      [{ option: '5' }],
      true,
    ],
    [
      'written beside an open choice',
      { ...coded, type: 'open-choice' },
      { operator: '=', answerString: 'cousin' },
      [{ other: ' cousin' }],
      true,
    ],
  ])('%s', (_, item, condition, given, expected) => {
    expect(isAsked(item, { question: 'q', ...condition }, given)).toBe(expected)
  })

  const two = (enableBehavior: string) =>
    form(
      question('a'),
      question('b'),
      question('c', {
        enableBehavior,
        enableWhen: ['a', 'b'].map((linkId) => ({ question: linkId, operator: '=', ...yes })),
      }),
    )

  test.each([
    ['all', [true], [true], true],
    ['all', [true], [false], false],
    ['any', [true], [false], true],
    ['any', [false], [], false],
  ])('%s of two conditions, answered %j and %j', (behavior, a, b, expected) => {
    expect(enabledItems(two(behavior), { a, b }).has('c')).toBe(expected)
  })

  const chain = form(
    question('drinks'),
    question('daily', { enableWhen: [{ question: 'drinks', operator: '=', ...yes }] }),
    question('treated', { enableWhen: [{ question: 'daily', operator: '=', ...yes }] }),
  )

  test('an answer to a question that is no longer asked counts nowhere', () => {
    const answers = { drinks: [false], daily: [true], treated: [true] }
    expect([...enabledItems(chain, answers)]).toEqual(['drinks'])
    expect(countedAnswers(chain, answers)).toEqual({ drinks: [false] })
    expect([...enabledItems(chain, { ...answers, drinks: [true] })]).toHaveLength(3)
  })

  test('what stands in a group that is not asked is not asked either', () => {
    const nested = form(question('children'), {
      linkId: 'school',
      type: 'group',
      enableWhen: [{ question: 'children', operator: '=', ...yes }],
      item: [question('absent'), { linkId: 'inner', type: 'group', item: [question('why')] }],
    })
    expect([...enabledItems(nested, {})]).toEqual(['children'])
    expect([...enabledItems(nested, { children: [true] })]).toEqual([
      'children',
      'school',
      'absent',
      'inner',
      'why',
    ])
  })

  test('a question under a question comes with its answer, its help text at once', () => {
    const under = form(
      question('job', {
        item: [{ linkId: 'help', type: 'display', text: 'Any work' }, question('hours')],
      }),
    )
    expect([...enabledItems(under, {})]).toEqual(['job', 'help'])
    expect([...enabledItems(under, { job: [false] })]).toEqual(['job', 'help', 'hours'])
  })

  test('answers to unknown questions, even with odd names, change nothing', () => {
    const odd = JSON.parse('{"__proto__":[true],"constructor":[true],"x":[true]}') as Answers
    expect([...enabledItems(chain, odd)]).toEqual(['drinks'])
    expect(countedAnswers(chain, odd)).toEqual({})
  })

  test('counting only what is asked changes nothing about what is asked', () => {
    const answer = fc.array(fc.boolean(), { maxLength: 1 })
    fc.assert(
      fc.property(fc.record({ drinks: answer, daily: answer, treated: answer }), (answers) => {
        expect(enabledItems(chain, countedAnswers(chain, answers))).toEqual(
          enabledItems(chain, answers),
        )
      }),
    )
  })
})
