import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import hungerFile from '../../content/instruments/hunger-vital-sign.json'
import phqFile from '../../content/instruments/phq-9.json'
import hungerAnswered from '../../server/testing/fixtures/questionnaires/Questionnaire-SDOHCC-QuestionnaireHungerVitalSign.json'
import phqFhir from '../../server/testing/fixtures/questionnaires/PHQ-9.json'
import { parseInstrument } from './instrument.ts'
import { parseQuestionnaire } from './questionnaire.ts'
import type { Questionnaire } from './questionnaire-model.ts'
import { eachItem, isQuestion } from './questionnaire-model.ts'
import { score } from './score.ts'

function read(file: unknown) {
  const { instrument, errors } = parseInstrument(file)
  if (!instrument?.scoring) throw new Error(JSON.stringify(errors))
  return { ...instrument, scoring: instrument.scoring }
}
const phq = read(phqFile)
const hunger = read(hungerFile)

const phqItems = [
  '/44250-9',
  '/44255-8',
  '/44259-0',
  '/44254-1',
  '/44251-7',
  '/44258-2',
  '/44252-5',
  '/44253-3',
  '/44260-8',
]
const frequency = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']

function phqReport(answers: (number | undefined)[], language = 'en') {
  const given = Object.fromEntries(
    answers.flatMap((figure, index) => {
      const option = figure === undefined ? undefined : frequency[figure]
      return option === undefined ? [] : [[phqItems[index] ?? '', [{ option }]]]
    }),
  )
  return score(phq.questionnaire, phq.scoring, given, { language })
}

describe('PHQ-9', () => {
  test.each([
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'minimal'],
    [[1, 1, 1, 1, 0, 0, 0, 0, 0], 4, 'minimal'],
    [[1, 1, 1, 1, 1, 0, 0, 0, 0], 5, 'mild'],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1], 9, 'mild'],
    [[2, 1, 1, 1, 1, 1, 1, 1, 1], 10, 'moderate'],
    [[2, 2, 2, 2, 2, 1, 1, 1, 1], 14, 'moderate'],
    [[2, 2, 2, 2, 2, 2, 1, 1, 1], 15, 'moderately_severe'],
    [[3, 2, 2, 2, 2, 2, 2, 2, 2], 19, 'moderately_severe'],
    [[3, 3, 2, 2, 2, 2, 2, 2, 2], 20, 'severe'],
    [[3, 3, 3, 3, 3, 3, 3, 3, 3], 27, 'severe'],
  ])('answers %j make %i: %s', (answers, total, band) => {
    expect(phqReport(answers).scales).toMatchObject([{ value: total, band: { code: band } }])
  })

  test.each([
    ['both core symptoms and three others', [2, 2, 2, 2, 2, 0, 0, 0, 0], 'major'],
    ['one core symptom and four others', [2, 0, 2, 2, 2, 2, 0, 0, 0], 'major'],
    ['thoughts of death count even on several days', [0, 3, 2, 2, 2, 0, 0, 0, 1], 'major'],
    ['five symptoms, none of them core', [1, 1, 2, 2, 2, 2, 2, 0, 0], 'none'],
    ['two symptoms, one of them core', [2, 0, 2, 0, 0, 0, 0, 0, 0], 'other'],
    ['four symptoms, one of them core', [2, 1, 2, 2, 2, 1, 1, 1, 0], 'other'],
    ['one core symptom alone', [3, 1, 1, 1, 1, 1, 1, 1, 0], 'none'],
    ['other symptoms on several days only', [3, 0, 1, 1, 1, 1, 1, 1, 0], 'none'],
  ])('%s: %j is %s', (_, answers, code) => {
    expect(phqReport(answers).results).toMatchObject([{ finding: { code } }])
  })

  test('with an answer missing there is neither a score nor a reading, and it is named', () => {
    const report = phqReport([3, 3, 3, 3, undefined, 3, 3, 3, 0])
    expect(report.scales[0]).toMatchObject({ missing: ['/44251-7'] })
    expect(report.scales[0]?.value).toBeUndefined()
    expect(report.results[0]?.finding).toBeUndefined()
  })

  test('any thought of death or self-harm opens the suicide protocol, score or no score', () => {
    const none = Array.from({ length: 8 }, () => undefined)
    for (const answer of [1, 2, 3]) {
      expect(phqReport([...none, answer]).flags).toMatchObject([{ protocol: 'suicide_risk' }])
    }
    expect(phqReport([3, 3, 3, 3, 3, 3, 3, 3, 0]).flags).toEqual([])
    expect(phqReport([3, 3, 3, 3, 3, 3, 3, 3, undefined]).flags).toEqual([])
  })

  test('how hard life has become is asked and never counted', () => {
    const given = { '/69722-7': [{ option: 'LA6574-3' }] }
    const report = score(phq.questionnaire, phq.scoring, given, { language: 'en' })
    expect(report.scales[0]?.missing).toEqual(phqItems)
  })

  test('in Persian, the cut-offs are shown as found in another language', () => {
    const answers = [2, 2, 2, 2, 2, 0, 0, 0, 0]
    expect(phqReport(answers, 'fa').scales[0]?.band?.fromOtherLanguage).toBe(true)
    expect(phqReport(answers, 'en').scales[0]?.band?.fromOtherLanguage).toBe(false)
  })

  test('a total of ten or more proposes a mental-health need', () => {
    const need = { level: 'person', domain: 'mental_health' }
    expect(phqReport([2, 2, 2, 2, 2, 0, 0, 0, 0]).proposals).toMatchObject([{ need }])
    expect(phqReport([2, 2, 2, 2, 1, 0, 0, 0, 0]).proposals).toEqual([])
  })

  test('a major syndrome always rests on a core symptom and scores nine or more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 9, maxLength: 9 }), (answers) => {
        const report = phqReport(answers)
        const total = report.scales[0]?.value ?? -1
        expect(total).toBe(answers.reduce((sum, figure) => sum + figure, 0))
        fc.pre(report.results[0]?.finding?.code === 'major')
        expect(total).toBeGreaterThanOrEqual(9)
        expect(Math.max(answers[0] ?? 0, answers[1] ?? 0)).toBeGreaterThanOrEqual(2)
      }),
    )
  })
})

describe('Hunger Vital Sign', () => {
  const often = 'LA28397-0'
  const sometimes = 'LA6729-3'
  const never = 'LA28398-8'
  const unknown = 'LA15775-2'
  const report = (worried: string | undefined, ranOut: string | undefined) =>
    score(
      hunger.questionnaire,
      hunger.scoring,
      {
        '/88122-7': worried === undefined ? [] : [{ option: worried }],
        '/88123-5': ranOut === undefined ? [] : [{ option: ranOut }],
      },
      { language: 'fa' },
    )

  test.each([
    [often, often, 'at_risk'],
    [often, never, 'at_risk'],
    [never, sometimes, 'at_risk'],
    [sometimes, undefined, 'at_risk'],
    [undefined, often, 'at_risk'],
    [unknown, often, 'at_risk'],
    [never, never, 'no_risk'],
    [never, undefined, 'no_risk'],
    [unknown, never, 'no_risk'],
    [undefined, undefined, undefined],
    [unknown, unknown, undefined],
    [unknown, undefined, undefined],
  ])('worried %s, ran out %s: %s', (worried, ranOut, expected) => {
    expect(report(worried, ranOut).results[0]?.finding?.code).toBe(expected)
  })

  test('a family at risk is proposed a food need, others are not', () => {
    const need = { level: 'family', domain: 'food' }
    expect(report(never, often).proposals).toMatchObject([{ need }])
    expect(report(never, never).proposals).toEqual([])
    expect(report(undefined, undefined).proposals).toEqual([])
  })
})

describe('instruments that come with the product', () => {
  const texts = ({ items }: Questionnaire) =>
    [...eachItem(items)].flatMap(({ item }) => [item.text, ...item.options.map((o) => o.text)])

  test.each([
    ['PHQ-9', phq],
    ['Hunger Vital Sign', hunger],
  ])(
    '%s is whole in Persian and in English, and says its Persian is unvalidated',
    (_, instrument) => {
      for (const text of [instrument.questionnaire.title, ...texts(instrument.questionnaire)]) {
        expect(Object.keys(text).toSorted()).toEqual(['en', 'fa'])
      }
      expect(instrument.translation).toEqual({ en: 'original', fa: 'unvalidated' })
    },
  )

  test.each<[string, unknown, Questionnaire]>([
    ['PHQ-9', phqFhir, phq.questionnaire],
    ['Hunger Vital Sign', hungerAnswered, hunger.questionnaire],
  ])('%s keeps the codes and options of the public form', (_, publicForm, ours) => {
    const theirs = parseQuestionnaire(publicForm).questionnaire
    for (const { item } of eachItem(ours.items)) {
      if (!isQuestion(item)) continue
      const twin = [...eachItem(theirs?.items ?? [])].find(
        (place) => place.item.linkId === item.linkId,
      )
      expect(item.codes.map(({ code }) => code)).toEqual(twin?.item.codes.map(({ code }) => code))
      expect(item.options.map(({ key, weight }) => [key, weight])).toEqual(
        twin?.item.options.map(({ key, weight }) => [key, weight]),
      )
    }
  })

  test('a fault inside an instrument is named with its place', () => {
    const broken = structuredClone(phqFile)
    broken.questionnaire.item[0]!.linkId = broken.questionnaire.item[1]!.linkId
    expect(parseInstrument(broken).errors).toContainEqual({
      path: 'questionnaire.item[1].linkId',
      code: 'duplicate_link_id',
      detail: '/69722-7',
    })
    const unscored = { ...phqFile, scoring: { scales: [{ id: 'total' }] } }
    expect(parseInstrument(unscored).errors?.[0]).toMatchObject({
      path: 'scoring.scales[0].title',
      code: 'missing',
    })
    expect(parseInstrument({}).errors?.map(({ path }) => path)).toContain('dataGroup')
  })
})
