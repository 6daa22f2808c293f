import { describe, expect, test } from 'vitest'
import type { AnswerValue } from './answers.ts'
import { parseQuestionnaire } from './questionnaire.ts'
import { whyNotAnswer, whyNotComplete } from './why-not-complete.ts'

const limit = (name: string, value: object) => ({
  url: `http://hl7.org/fhir/StructureDefinition/${name}`,
  ...value,
})
const options = [{ valueCoding: { code: 'x' } }, { valueCoding: { code: 'y' } }]

function form(...item: object[]) {
  const json = { resourceType: 'Questionnaire', status: 'active', title: 'T', item }
  const { questionnaire, errors } = parseQuestionnaire(json)
  if (!questionnaire) throw new Error(JSON.stringify(errors))
  return questionnaire
}

function faultOf(item: object, given: AnswerValue[]) {
  const [only] = form({ linkId: 'q', text: 'q', ...item }).items
  if (!only) throw new Error('no item')
  const fault = whyNotAnswer(only, given)
  return fault && { ...fault, linkId: undefined }
}

describe('whether an answer can be kept', () => {
  test.each<[object, AnswerValue[], object | undefined]>([
    [{ type: 'boolean' }, [true], undefined],
    [{ type: 'boolean' }, ['yes'], { code: 'wrong_type' }],
    [{ type: 'boolean' }, [true, false], { code: 'too_many_answers', limit: 1 }],
    [{ type: 'integer' }, [3], undefined],
    [{ type: 'integer' }, [3.5], { code: 'not_whole' }],
    [{ type: 'integer' }, ['3'], { code: 'wrong_type' }],
    [{ type: 'decimal' }, [3.5], undefined],
    [{ type: 'decimal' }, [Number.NaN], { code: 'wrong_type' }],
    [{ type: 'decimal' }, [Infinity], { code: 'wrong_type' }],
    [
      { type: 'integer', extension: [limit('minValue', { valueInteger: 0 })] },
      [-1],
      { code: 'too_small', limit: 0 },
    ],
    [
      { type: 'integer', extension: [limit('maxValue', { valueInteger: 31 })] },
      [32],
      { code: 'too_large', limit: 31 },
    ],
    [{ type: 'integer', extension: [limit('maxValue', { valueInteger: 31 })] }, [31], undefined],
    [{ type: 'date' }, ['2024-02-29'], undefined],
    [{ type: 'date' }, ['2023-02-29'], { code: 'no_such_day' }],
    [{ type: 'date' }, [2023], { code: 'wrong_type' }],
    [
      { type: 'date', extension: [limit('minValue', { valueDate: '2024-01-01' })] },
      ['2023-12-31'],
      { code: 'too_small', limit: '2024-01-01' },
    ],
    [{ type: 'string', maxLength: 3 }, ['abc'], undefined],
    [{ type: 'string', maxLength: 3 }, ['abcd'], { code: 'too_long', limit: 3 }],
    [{ type: 'text' }, [{ other: 'x' }], { code: 'wrong_type' }],
    [{ type: 'choice', answerOption: options }, [{ option: 'x' }], undefined],
    [{ type: 'choice', answerOption: options }, [{ option: 'z' }], { code: 'not_an_option' }],
    [{ type: 'choice', answerOption: options }, [{ other: 'z' }], { code: 'not_an_option' }],
    [{ type: 'choice', answerOption: options }, ['x'], { code: 'wrong_type' }],
    [{ type: 'open-choice', answerOption: options }, [{ other: 'z' }], undefined],
    [
      { type: 'open-choice', answerOption: options, maxLength: 1 },
      [{ other: 'zz' }],
      { code: 'too_long', limit: 1 },
    ],
    [
      { type: 'choice', answerOption: options, repeats: true },
      [{ option: 'x' }, { option: 'y' }],
      undefined,
    ],
    [
      { type: 'choice', answerOption: options, repeats: true },
      [{ option: 'x' }, { option: 'x' }],
      { code: 'given_twice' },
    ],
    [
      {
        type: 'string',
        repeats: true,
        extension: [limit('questionnaire-maxOccurs', { valueInteger: 2 })],
      },
      ['a', 'b', 'c'],
      { code: 'too_many_answers', limit: 2 },
    ],
    [{ type: 'display' }, [true], { code: 'unknown_item' }],
  ])('%j answered %j: %j', (item, given, fault) => {
    expect(faultOf(item, given)).toEqual(fault && { ...fault, linkId: undefined })
  })
})

describe('whether a form is complete', () => {
  const questionnaire = form(
    { linkId: 'rent', type: 'boolean', text: 'Rents?', required: true },
    {
      linkId: 'cost',
      type: 'integer',
      text: 'How much?',
      required: true,
      enableWhen: [{ question: 'rent', operator: '=', answerBoolean: true }],
    },
    { linkId: 'note', type: 'text', text: 'Anything else?' },
    { linkId: 'sum', type: 'decimal', text: 'Sum', required: true, readOnly: true },
    {
      linkId: 'helpers',
      type: 'string',
      text: 'Who helps?',
      repeats: true,
      extension: [limit('questionnaire-minOccurs', { valueInteger: 2 })],
    },
  )

  test.each<[string, Record<string, AnswerValue[]>, object[] | undefined]>([
    ['nothing answered', {}, [{ linkId: 'rent', code: 'required' }]],
    ['all that is asked is answered', { rent: [false] }, undefined],
    ['one answer asks for another', { rent: [true] }, [{ linkId: 'cost', code: 'required' }]],
    ['a blank answer is none', { rent: [false], note: [' '] }, undefined],
    [
      'a wrong answer that is not asked for does no harm',
      { rent: [false], cost: ['x'] },
      undefined,
    ],
    [
      'every fault is told',
      { rent: ['?'], helpers: ['her sister'], job: [true] },
      [
        { linkId: 'rent', code: 'wrong_type' },
        { linkId: 'helpers', code: 'too_few_answers', limit: 2 },
        { linkId: 'job', code: 'unknown_item' },
      ],
    ],
  ])('%s', (_, answers, faults) => {
    expect(whyNotComplete(questionnaire, answers)).toEqual(faults)
  })
})
