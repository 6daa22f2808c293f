import { describe, expect, test } from 'vitest'
import hungerFhir from '../../server/testing/fixtures/questionnaires/Questionnaire-SDOHCC-QuestionnaireHungerVitalSign.json'
import phqFhir from '../../server/testing/fixtures/questionnaires/PHQ-9.json'
import { parseQuestionnaire } from './questionnaire.ts'
import type { QuestionnaireItem } from './questionnaire-model.ts'
import { eachItem } from './questionnaire-model.ts'

const whole = (...item: unknown[]) => ({
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'T',
  item,
})
const question = (linkId: string, more: object = {}) => ({
  linkId,
  type: 'boolean',
  text: linkId,
  ...more,
})
const choice = (linkId: string, ...codes: string[]) =>
  question(linkId, {
    type: 'choice',
    answerOption: codes.map((code) => ({ valueCoding: { system: 's', code } })),
  })
const faultsOf = (json: unknown) =>
  (parseQuestionnaire(json).errors ?? []).map(({ path, code, detail }) => [path, code, detail])

function itemOf(json: unknown, linkId: string): QuestionnaireItem {
  const { questionnaire, errors } = parseQuestionnaire(json)
  if (!questionnaire) throw new Error(JSON.stringify(errors))
  const found = [...eachItem(questionnaire.items)].find(({ item }) => item.linkId === linkId)
  if (!found) throw new Error(`no item ${linkId}`)
  return found.item
}

const translation = (lang: string | undefined, content: string) => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/translation',
      extension: [
        ...(lang === undefined ? [] : [{ url: 'lang', valueCode: lang }]),
        { url: 'content', valueString: content },
      ],
    },
  ],
})
const fhirExtension = (name: string, value: object) => ({
  url: `http://hl7.org/fhir/StructureDefinition/${name}`,
  ...value,
})

describe('questionnaires in use elsewhere', () => {
  test('the public PHQ-9 is read with its figures and codes', () => {
    const item = itemOf(phqFhir, '/44260-8')
    expect(item.options.map(({ key, weight, text }) => [key, weight, text['en']])).toEqual([
      ['LA6568-5', 0, 'Not at all'],
      ['LA6569-3', 1, 'Several days'],
      ['LA6570-1', 2, 'More than half the days'],
      ['LA6571-9', 3, 'Nearly every day'],
    ])
    expect(item.codes).toMatchObject([{ system: 'http://loinc.org', code: '44260-8' }])
    expect(itemOf(phqFhir, '/69722-7-help')).toMatchObject({ type: 'display', control: 'help' })
    expect(itemOf(phqFhir, '/44261-6')).toMatchObject({ type: 'decimal', unit: { en: '{score}' } })
  })

  test('the Hunger Vital Sign of the SDOH guide is read', () => {
    expect(itemOf(hungerFhir, '/88122-7').options.map(({ text }) => text['en'])).toEqual([
      'Often true',
      'Sometimes true',
      'Never true',
      "Don't know/refused",
    ])
  })
})

describe('what is read', () => {
  test('a text and its translations stand side by side by language', () => {
    const { questionnaire } = parseQuestionnaire({
      ...whole(question('a', { text: 'Rent?', _text: translation('fa-IR', 'اجاره؟') })),
      _title: translation('fa', 'عنوان'),
    })
    expect(questionnaire?.title).toEqual({ en: 'T', fa: 'عنوان' })
    expect(questionnaire?.items[0]?.text).toEqual({ en: 'Rent?', fa: 'اجاره؟' })
    expect(questionnaire?.languages).toEqual(['en', 'fa'])
  })

  test('a questionnaire written in Persian says so by its language', () => {
    const json = { ...whole(question('a', { text: 'اجاره؟' })), language: 'fa-IR', title: 'عنوان' }
    expect(parseQuestionnaire(json).questionnaire).toMatchObject({
      title: { fa: 'عنوان' },
      languages: ['fa'],
      items: [{ text: { fa: 'اجاره؟' } }],
    })
  })

  test.each(['ordinalValue', 'itemWeight'])('%s on option or coding gives the figure', (name) => {
    const weight = { extension: [fhirExtension(name, { valueDecimal: 2.5 })] }
    const options = [
      { ...weight, valueCoding: { code: 'a', display: 'A' } },
      { valueCoding: { code: 'b', display: 'B', ...weight } },
      { ...weight, valueString: 'c' },
      { valueInteger: 4 },
    ]
    const item = itemOf(whole(question('q', { type: 'choice', answerOption: options })), 'q')
    expect(item.options.map(({ key, weight: figure }) => [key, figure])).toEqual([
      ['a', 2.5],
      ['b', 2.5],
      ['c', 2.5],
      ['4', 4],
    ])
  })

  test('one code from two systems gives two different options', () => {
    const answerOption = ['x', 'y'].map((system) => ({ valueCoding: { system, code: '1' } }))
    const item = itemOf(whole(question('q', { type: 'choice', answerOption })), 'q')
    expect(item.options.map(({ key }) => key)).toEqual(['x|1', 'y|1'])
  })

  test('options may stand in a value set inside the questionnaire', () => {
    const json = {
      ...whole(question('q', { type: 'choice', answerValueSet: '#yn' })),
      contained: [
        {
          resourceType: 'ValueSet',
          id: 'yn',
          compose: {
            include: [
              {
                system: 's',
                concept: [
                  { code: 'Y', display: 'Yes', _display: translation('fa', 'بله') },
                  { code: 'N', display: 'No' },
                ],
              },
            ],
          },
        },
      ],
    }
    expect(itemOf(json, 'q').options).toEqual([
      {
        key: 'Y',
        text: { en: 'Yes', fa: 'بله' },
        coding: { system: 's', code: 'Y', display: 'Yes' },
      },
      { key: 'N', text: { en: 'No' }, coding: { system: 's', code: 'N', display: 'No' } },
    ])
  })

  test('ranges, numbers of answers, units and what is hidden are kept', () => {
    const extension = [
      fhirExtension('minValue', { valueInteger: 0 }),
      fhirExtension('maxValue', { valueInteger: 31 }),
      fhirExtension('questionnaire-minOccurs', { valueInteger: 1 }),
      fhirExtension('questionnaire-maxOccurs', { valueInteger: 3 }),
      fhirExtension('questionnaire-hidden', { valueBoolean: true }),
      fhirExtension('questionnaire-unit', { valueCoding: { code: 'd', display: 'days' } }),
    ]
    const json = whole(question('q', { type: 'integer', repeats: true, extension }))
    expect(itemOf(json, 'q')).toMatchObject({
      least: 0,
      most: 31,
      fewestAnswers: 1,
      mostAnswers: 3,
      hidden: true,
      unit: { en: 'days' },
    })
  })
})

describe('what stands in the way is named with its place', () => {
  test.each<[string, unknown, string[][]]>([
    [
      'something else',
      { resourceType: 'Patient' },
      [['resourceType', 'not_a_questionnaire', 'Patient']],
    ],
    ['no object at all', 'hello', [['resourceType', 'not_a_questionnaire', '']]],
    ['nothing', null, [['resourceType', 'not_a_questionnaire', '']]],
    ['no items', whole(), [['item', 'no_items', '']]],
    [
      'no status, items of the wrong shape',
      { resourceType: 'Questionnaire', item: {} },
      [
        ['item', 'wrong_shape', 'array'],
        ['status', 'missing', 'draft | active | retired | unknown'],
      ],
    ],
    ['an item that is no object', whole('x'), [['item[0]', 'wrong_shape', 'object']]],
    [
      'an item without linkId and type',
      whole({ text: 'x' }),
      [
        ['item[0].linkId', 'missing', 'string'],
        ['item[0].type', 'missing', 'string'],
      ],
    ],
    [
      'a wrong shape does not hide what else is wrong',
      whole(question('a', { required: 'yes', type: 'riddle' }), question('a')),
      [
        ['item[0].required', 'wrong_shape', 'boolean'],
        ['item[0].type', 'unknown_item_type', 'riddle'],
        ['item[1].linkId', 'duplicate_link_id', 'a'],
      ],
    ],
    [
      'a linkId used twice, deep inside',
      whole(question('a'), { linkId: 'g', type: 'group', item: [question('a')] }),
      [['item[1].item[0].linkId', 'duplicate_link_id', 'a']],
    ],
    [
      'a linkId with a space',
      whole(question(' a')),
      [['item[0].linkId', 'link_id_not_usable', ' a']],
    ],
    [
      'a type of FHIR we cannot show',
      whole(question('a', { type: 'attachment' })),
      [['item[0].type', 'item_type_not_supported', 'attachment']],
    ],
    [
      'a question without text',
      whole(question('a', { text: undefined })),
      [['item[0].text', 'text_missing', 'a']],
    ],
    [
      'a group without items',
      whole({ linkId: 'g', type: 'group' }),
      [['item[0]', 'empty_group', 'g']],
    ],
    [
      'a group that repeats',
      whole({ linkId: 'g', type: 'group', repeats: true, item: [question('a')] }),
      [['item[0]', 'repeating_group', 'g']],
    ],
    [
      'a display with items',
      whole({ linkId: 'd', type: 'display', text: 'd', item: [question('a')] }),
      [['item[0]', 'display_with_items', 'd']],
    ],
    [
      'a choice of nothing',
      whole(question('a', { type: 'choice' })),
      [['item[0].answerOption', 'no_answer_option', 'a']],
    ],
    [
      'a value set that is somewhere else',
      whole(question('a', { type: 'choice', answerValueSet: 'http://x.example/vs' })),
      [['item[0].answerValueSet', 'answer_value_set_not_contained', 'http://x.example/vs']],
    ],
    [
      'a contained value set that is not there',
      whole(question('a', { type: 'choice', answerValueSet: '#vs' })),
      [['item[0].answerValueSet', 'answer_value_set_not_contained', '#vs']],
    ],
    [
      'options on a question that is no choice',
      whole(question('a', { answerOption: [{ valueString: 'x' }] })),
      [['item[0]', 'answer_option_on_wrong_type', 'boolean']],
    ],
    [
      'an option that is a day',
      whole(question('a', { type: 'choice', answerOption: [{ valueDate: '2024-01-01' }] })),
      [['item[0].answerOption[0]', 'answer_option_not_supported', 'valueDate']],
    ],
    [
      'the same option twice',
      whole(choice('a', 'x', 'x')),
      [['item[0].answerOption[1]', 'duplicate_answer_option', 's|x']],
    ],
    [
      'a range upside down',
      whole(
        question('a', {
          type: 'integer',
          extension: [
            fhirExtension('minValue', { valueInteger: 9 }),
            fhirExtension('maxValue', { valueInteger: 1 }),
          ],
        }),
      ),
      [['item[0]', 'range_reversed', '9 > 1']],
    ],
    [
      'a translation into no language',
      whole(question('a', { _text: translation(undefined, 'x') })),
      [['item[0].text', 'translation_without_language', '']],
    ],
    [
      'an extension that changes the meaning',
      whole(question('a', { modifierExtension: [{ url: 'http://x.example' }] })),
      [['item[0]', 'modifier_extension', '']],
    ],
  ])('%s', (_, json, expected) => {
    expect(faultsOf(json)).toEqual(expected)
  })

  const when = (condition: object, ...others: unknown[]) =>
    whole(question('b', { enableWhen: [condition] }), ...others)

  test.each<[string, unknown, string[][]]>([
    [
      'a condition on a question that is not there',
      when({ question: 'x', operator: 'exists', answerBoolean: true }),
      [['item[0].enableWhen[0]', 'dangling_enable_when', 'x']],
    ],
    [
      'a condition on a group',
      when(
        { question: 'g', operator: 'exists', answerBoolean: true },
        { linkId: 'g', type: 'group', item: [question('c')] },
      ),
      [['item[0].enableWhen[0]', 'enable_when_on_group', 'g']],
    ],
    [
      'an operator nobody knows',
      when({ question: 'a', operator: '~', answerBoolean: true }, question('a')),
      [['item[0].enableWhen[0].operator', 'wrong_shape', 'exists | = | != | > | < | >= | <=']],
    ],
    [
      'a condition without a value',
      when({ question: 'a', operator: '=' }, question('a')),
      [['item[0].enableWhen[0]', 'enable_when_answer_missing', '']],
    ],
    [
      'a condition with two values',
      when({ question: 'a', operator: '=', answerBoolean: true, answerString: 'x' }, question('a')),
      [['item[0].enableWhen[0]', 'enable_when_answer_missing', 'answerBoolean, answerString']],
    ],
    [
      '"exists" asked with a text',
      when({ question: 'a', operator: 'exists', answerString: 'x' }, question('a')),
      [['item[0].enableWhen[0]', 'enable_when_answer_type', 'answerString']],
    ],
    [
      'a yes-or-no question compared with a figure',
      when({ question: 'a', operator: '=', answerInteger: 1 }, question('a')),
      [['item[0].enableWhen[0]', 'enable_when_answer_type', 'answerInteger']],
    ],
    [
      'more than "yes"',
      when({ question: 'a', operator: '>', answerBoolean: true }, question('a')),
      [['item[0].enableWhen[0]', 'enable_when_operator', '>']],
    ],
    [
      'an option that is not offered',
      when(
        { question: 'a', operator: '=', answerCoding: { system: 's', code: 'z' } },
        choice('a', 'x'),
      ),
      [['item[0].enableWhen[0]', 'enable_when_option_unknown', 'z']],
    ],
    [
      'a day that does not exist',
      when(
        { question: 'a', operator: '>', answerDate: '2023-02-29' },
        question('a', { type: 'date' }),
      ),
      [['item[0].enableWhen[0].answerDate', 'wrong_shape', 'invalid_format']],
    ],
    [
      'two conditions, and nobody says whether all or any',
      whole(
        question('a'),
        question('b', {
          enableWhen: [
            { question: 'a', operator: '=', answerBoolean: true },
            { question: 'a', operator: 'exists', answerBoolean: true },
          ],
        }),
      ),
      [['item[1]', 'enable_behavior_missing', 'b']],
    ],
    [
      'a question that waits for itself',
      whole(question('a', { enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] })),
      [['item[0].enableWhen', 'enable_when_cycle', 'a → a']],
    ],
    [
      'two questions that wait for each other',
      whole(
        question('a', { enableWhen: [{ question: 'b', operator: '=', answerBoolean: true }] }),
        question('b', { enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] }),
      ),
      [['item[0].enableWhen', 'enable_when_cycle', 'a → b → a']],
    ],
    [
      'a group that waits for a question inside it',
      whole({
        linkId: 'g',
        type: 'group',
        enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
        item: [question('a')],
      }),
      [['item[0].enableWhen', 'enable_when_cycle', 'g → a → g']],
    ],
  ])('%s', (_, json, expected) => {
    expect(faultsOf(json)).toEqual(expected)
  })

  test('all faults are listed at once, in the order of the file', () => {
    const json = whole(
      question('a', { type: 'riddle' }),
      ...Array.from({ length: 9 }, (_, i) => question(`q${i}`)),
      choice('c', 'x', 'x'),
      question('q0'),
      question('d', { enableWhen: [{ question: 'x', operator: 'exists', answerBoolean: true }] }),
    )
    expect(faultsOf(json).map(([path]) => path)).toEqual([
      'item[0].type',
      'item[10].answerOption[1]',
      'item[11].linkId',
      'item[12].enableWhen[0]',
    ])
  })

  test('a form nested without end, or of endless length, is refused and does no harm', () => {
    const nested = (levels: number) => {
      let item: object = question('leaf')
      for (let i = 0; i < levels; i += 1) item = { linkId: `g${i}`, type: 'group', item: [item] }
      return whole(item)
    }
    expect(faultsOf(nested(11))).toEqual([])
    expect(faultsOf(nested(12))).toEqual([
      [Array.from({ length: 13 }, () => 'item[0]').join('.'), 'too_deep', '12'],
    ])
    expect(faultsOf(nested(50_000))).toEqual([['', 'too_deep', '64']])
    let inner: object = { url: 'x' }
    for (let i = 0; i < 50_000; i += 1) inner = { url: 'x', extension: [inner] }
    expect(faultsOf(whole(question('a', { extension: [inner] })))).toEqual([['', 'too_deep', '64']])
    const long = Array.from({ length: 5000 }, (_, i) => question(`q${i}`))
    expect(faultsOf(whole(...long))).toEqual([['item[2000]', 'too_many_items', '2000']])
  })
})
