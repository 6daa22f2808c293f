import { describe, expect, test } from 'vitest'
import { bothLanguages, inLanguage, localText } from './local-text.ts'

describe('a name in several languages', () => {
  test.each([
    [{ fa: 'ارجاع', en: 'Referral' }, 'fa', { text: 'ارجاع', language: 'fa' }],
    [{ fa: 'ارجاع', en: 'Referral' }, 'en', { text: 'Referral', language: 'en' }],
    [{ en: 'Referral' }, 'fa', { text: 'Referral', language: 'en' }],
    [{ fa: 'ارجاع' }, 'en', { text: 'ارجاع', language: 'fa' }],
    [{ ku: 'Şandin' }, 'fa', { text: 'Şandin', language: 'ku' }],
    [{ fa: '', en: 'Referral' }, 'fa', { text: 'Referral', language: 'en' }],
    [{}, 'fa', undefined],
    [{ en: 'Referral' }, 'constructor', { text: 'Referral', language: 'en' }],
  ])('%j for a reader of %s is shown as %j', (text, reader, expected) => {
    expect(inLanguage(text, reader)).toEqual(expected)
  })

  test('a text without any language is not accepted', () => {
    expect(localText.safeParse({}).success).toBe(false)
    expect(localText.safeParse({ en: 'Referral' }).success).toBe(true)
  })

  test('our own content is in Persian and in English', () => {
    expect(bothLanguages.safeParse({ en: 'Referral' }).success).toBe(false)
    expect(bothLanguages.safeParse({ fa: 'ارجاع', en: 'Referral' }).success).toBe(true)
  })
})
