import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { makeFormats } from '../platform/formats.ts'
import { prepareValues } from '../platform/prepare-values.ts'
import type { WordValues } from '../platform/prepare-values.ts'
import { defaultSettings, localeTag } from '../platform/settings.ts'
import type { Settings } from '../platform/settings.ts'
import { compileWords } from './words.ts'

function say(settings: Settings, message: string, values: WordValues): string {
  const i18n = setupI18n()
  i18n.loadAndActivate({
    locale: settings.language,
    locales: [localeTag(settings)],
    messages: { said: compileWords(message) },
  })
  const { formatNumber } = makeFormats(settings, 'Asia/Tehran')
  return i18n._('said', prepareValues(values, settings.language, formatNumber))
}

const fa = defaultSettings('fa')
const en = defaultSettings('en')

test('a number in a sentence is written in the reader’s digits', () => {
  expect(say(fa, '{days} روز است جواب نداده', { days: 19 })).toBe('۱۹ روز است جواب نداده')
  expect(say({ ...fa, digits: 'latin' }, '{days} روز', { days: 19 })).toBe('19 روز')
  expect(say({ ...en, digits: 'fa' }, '{days} days', { days: 1234 })).toBe('۱٬۲۳۴ days')
})

test('one and many are told apart, and the number inside is in the reader’s digits too', () => {
  const message = '{days, plural, =0 {today} one {# day late} other {# days late by {name}}}'
  expect(say(en, message, { days: 0 })).toBe('today')
  expect(say(en, message, { days: 1 })).toBe('1 day late')
  expect(say(fa, message, { days: 12, name: 'مینا' })).toBe('۱۲ days late by مینا')
})

test('a choice is made by its bare value, also inside another choice', () => {
  const message =
    '{kind, select, visit {{count, plural, one {a visit} other {# visits}}} other {call {count}}}'
  expect(say(en, message, { kind: 'visit', count: 3 })).toBe('3 visits')
  expect(say(fa, message, { kind: 'call', count: 3 })).toBe('call ۳')
  expect(say(en, '{agreed, select, true {yes} other {no}}', { agreed: true })).toBe('yes')
})

test('a name in the other script is kept from turning the sentence', () => {
  expect(say(fa, 'پروندهٔ {name}', { name: 'Sara Ahmadi' })).toBe('پروندهٔ \u2068Sara Ahmadi\u2069')
  expect(say(fa, 'پروندهٔ {name}', { name: 'سارا' })).toBe('پروندهٔ سارا')
  expect(say(en, 'Case of {name}', { name: 'سارا' })).toBe('Case of \u2068سارا\u2069')
})
