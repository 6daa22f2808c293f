import { describe, expect, test } from 'vitest'
import hunger from '../../content/instruments/hunger-vital-sign.json' with { type: 'json' }
import phq from '../../content/instruments/phq-9.json' with { type: 'json' }
import file from '../../content/practice-models.json' with { type: 'json' }
import programmes from '../../content/taxonomy/programmes.json' with { type: 'json' }
import { parsePracticeModels } from './practice-model.ts'
import { programmeList } from './programme-list.ts'

function read() {
  const { models, errors } = parsePracticeModels(file)
  if (!models) throw new Error(JSON.stringify(errors))
  return models
}

describe('practice models', () => {
  test.each([
    ['clinical', 14, 90, 6],
    ['brokerage', 30, 90, 3],
    ['strengths_based', 14, 60, 5],
    ['comprehensive', 7, 45, 8],
  ])('%s: contact every %i days, review every %i, weight %i', (code, contact, review, weight) => {
    expect(read().find((model) => model.code === code)).toMatchObject({
      contactEveryDays: contact,
      reviewEveryDays: review,
      weight,
    })
  })

  test('the comprehensive model asks for all that the clinical and strengths-based ones ask', () => {
    const stepsOf = (code: string) =>
      read()
        .filter((model) => model.code === code)
        .flatMap(({ asksFor }) => asksFor.map(({ step }) => step))
    expect(stepsOf('comprehensive')).toEqual(
      expect.arrayContaining([...stepsOf('clinical'), ...stepsOf('strengths_based')]),
    )
    expect(stepsOf('comprehensive')).toContain('interprofessional_team')
  })

  test('every instrument a model names comes with the product', () => {
    const shipped = [phq.id, hunger.id, 'goal_attainment']
    for (const { asksFor, measures } of read()) {
      for (const named of [
        ...measures,
        ...asksFor.flatMap(({ instruments }) => instruments ?? []),
      ]) {
        expect(shipped).toContain(named)
      }
    }
  })

  test.each<[string, unknown, object]>([
    ['nothing', [], { code: 'wrong_shape' }],
    [
      'the same model twice',
      [file[0], file[0]],
      { path: '[1]', code: 'duplicate_id', detail: 'clinical' },
    ],
    [
      'no interval',
      [{ ...file[0], contactEveryDays: 0 }],
      { path: '[0].contactEveryDays', code: 'wrong_shape' },
    ],
    [
      'a step nobody knows',
      [{ ...file[0], asksFor: [{ ...file[0]?.asksFor[0], step: 'prayer' }] }],
      { path: '[0].asksFor[0].step', code: 'wrong_shape' },
    ],
    [
      'a section asked twice',
      [{ ...file[0], planSections: ['treatment', 'treatment'] }],
      { path: '[0].planSections[1]', code: 'duplicate_id', detail: 'treatment' },
    ],
    [
      'a name in one language',
      [{ ...file[0], name: { fa: 'بالینی' } }],
      { path: '[0].name.en', code: 'missing' },
    ],
  ])('%s is refused with its place', (_, json, fault) => {
    expect(parsePracticeModels(json).errors).toMatchObject([fault])
  })
})

describe('programmes', () => {
  test('each suggests a practice model that exists, and codes are not used twice', () => {
    const codes = read().map(({ code }) => code)
    const list = programmeList.parse(programmes)
    for (const { practiceModel } of list) expect(codes).toContain(practiceModel)
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length)
  })
})
