import { describe, expect, it } from 'vitest'
import { readInstrumentFile } from './read-instrument-file.ts'

const bare = {
  resourceType: 'Questionnaire',
  status: 'active',
  name: 'SleepCheck',
  title: 'Sleep check',
  version: '2',
  item: [{ linkId: 'q1', type: 'boolean', text: 'Do you sleep through?' }],
}
const whole = {
  id: 'sleep-check',
  version: '1',
  name: { fa: 'خواب', en: 'Sleep' },
  purpose: { fa: 'آیا خواب کافی است', en: 'Whether sleep is enough' },
  dataGroup: 'core',
  licence: { fa: 'آزاد', en: 'Free' },
  source: 'Our own',
  translation: { fa: 'original', en: 'original' },
  questionnaire: bare,
}

describe('reading an instrument file', () => {
  it('takes a bare FHIR Questionnaire by its own name and version, without a score', () => {
    const { instrument } = readInstrumentFile(JSON.stringify(bare))
    expect(instrument).toMatchObject({
      code: 'sleep-check',
      edition: '2',
      titleFa: 'Sleep check',
      titleEn: 'Sleep check',
      dataGroup: 'health',
      translation: { en: 'original' },
      scoring: null,
    })
  })

  it('lets what is asked go before what a bare Questionnaire says', () => {
    const asked = { code: 'nights', edition: '2026', dataGroup: 'core' } as const
    expect(readInstrumentFile(JSON.stringify(bare), asked).instrument).toMatchObject(asked)
  })

  it('reads an instrument with its own data group, licence and translation', () => {
    const { instrument } = readInstrumentFile(`\ufeff${JSON.stringify(whole)}`)
    expect(instrument).toMatchObject({
      code: 'sleep-check',
      edition: '1',
      titleFa: 'خواب',
      dataGroup: 'core',
      licence: { en: 'Free' },
      translation: { fa: 'original' },
    })
  })

  it('says in which line and column JSON breaks off', () => {
    const text = JSON.stringify(bare, null, 2).replace('"Sleep check",', '"Sleep check"')
    expect(readInstrumentFile(text).errors).toMatchObject([{ code: 'not_json', path: '6:3' }])
    expect(readInstrumentFile('{"a": 1').errors).toMatchObject([{ code: 'not_json', path: '1:8' }])
    expect(readInstrumentFile('').errors).toMatchObject([{ code: 'not_json', path: '1:1' }])
  })

  it('lists every fault at once, each with its place', () => {
    const broken = {
      ...bare,
      item: [
        { linkId: 'q1', type: 'boolean', text: 'One' },
        { linkId: 'q1', type: 'boolean', text: 'Again' },
        { linkId: 'q2', type: 'choice', text: 'No options' },
      ],
    }
    const codes = readInstrumentFile(JSON.stringify(broken)).errors?.map(({ code }) => code)
    expect(codes).toEqual(['duplicate_link_id', 'no_answer_option'])
  })

  it('asks for a name where the file has none', () => {
    const { name: _name, title: _title, ...nameless } = bare
    const errors = readInstrumentFile(JSON.stringify(nameless)).errors
    expect(errors).toMatchObject([
      { path: 'name', code: 'missing' },
      { path: 'title', code: 'missing' },
    ])
  })

  it('refuses a NUL, which no text can hold', () => {
    const text = JSON.stringify({ ...bare, title: 'Sleep\0' })
    expect(readInstrumentFile(text).errors).toMatchObject([{ detail: 'NUL' }])
  })

  it('refuses what is JSON but no questionnaire', () => {
    for (const text of ['[]', 'null', '"x"', '{"resourceType":"Patient"}']) {
      expect(readInstrumentFile(text).errors).toMatchObject([{ code: 'not_a_questionnaire' }])
    }
  })
})
