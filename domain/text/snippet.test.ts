import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import cases from './normalise-name.cases.json'
import { cutSnippet, searchWords } from './cut-snippet.ts'
import { foldText } from './fold-text.ts'
import { markName } from './mark-name.ts'
import { normaliseName } from './normalise-name.ts'

const shown = (pieces: readonly { text: string; isHit: boolean }[] | undefined) =>
  pieces?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')

test.each(cases)('"$typed" folds to its search key ($why)', ({ typed, spaced }) => {
  expect(foldText(typed).key.trim()).toBe(spaced)
})

test('every letter of a folded text knows where it stands in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { key, at } = foldText(text)
      expect(at).toHaveLength(key.length)
      expect(at.every((index, n) => index < text.length && index >= (at[n - 1] ?? 0))).toBe(true)
      expect(key.trim()).toBe(normaliseName(key))
    }),
  )
})

describe('what was looked for is marked where it stands', () => {
  test.each([
    ['با مادر کارگاه حرف زدیم', 'كارگاه', 'با مادر [کارگاه] حرف زدیم'],
    ['به مدرسه می‌رود', 'میرود', 'به مدرسه [می‌رود]'],
    ['به مدرسه می‌رود', 'می رود', 'به مدرسه [می]‌[رود]'],
    ['پرونده‌ها آماده است', 'پرونده', '[پرونده]‌ها آماده است'],
    ['نامهٔ دادگاه رسید', 'نامه', '[نامهٔ] دادگاه رسید'],
    ['Her landlord’s café', 'CAFE landlord', 'Her [landlord]’s [café]'],
    ['قسط ۱۲ عقب افتاد', '12', 'قسط [۱۲] عقب افتاد'],
  ])('%s ← %s', (text, typed, expected) => {
    expect(shown(cutSnippet(text, searchWords(typed)))).toBe(expected)
  })

  test('a word inside another is not it, and one missing word is no hit', () => {
    expect(cutSnippet('او بیکار است', searchWords('کار'))).toBeUndefined()
    expect(cutSnippet('اجارهٔ خانه', searchWords('اجاره بدهی'))).toBeUndefined()
  })

  test('of a long text the part around the hit is shown', () => {
    const text = `${'پیش '.repeat(60)}اجاره ${'پس '.repeat(200)}`
    const snippet = shown(cutSnippet(text, ['اجاره'])) ?? ''
    expect(snippet).toMatch(/^… (پیش )+\[اجاره\] (پس ?)+…$/)
    expect(snippet.length).toBeLessThan(260)
  })

  test('the pieces put together are a part of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const word = normaliseName(text).split(' ')[0] ?? ''
        const pieces = word === '' ? [] : cutSnippet(text, [word])
        const whole = (pieces ?? []).map((piece) => piece.text).join('')
        expect(text).toContain(whole.replace(/^… /, '').replace(/ …$/, ''))
      }),
    )
  })
})

test.each([
  ['محمدرضا کاظمی', 'Mohammad-Reza Kazemi', '[محمدرضا] [کاظمی]'],
  ['Mohammad-Reza Kazemi', 'محمدرضا کاظمی', '[Mohammad-Reza] [Kazemi]'],
  ['مریم میر‌نیا', 'مریم میرنیا', '[مریم] [میر‌نیا]'],
  ['مریم میرنیا', 'مری', '[مری]م میرنیا'],
  ['مریم میرنیا', 'میرنیه', 'مریم [میرنی]ا'],
  ['مریم میرنیا', 'زهرا', 'مریم میرنیا'],
  ['Leila Azimi', 'azimi leyla', '[Le]i[la] [Azimi]'],
])('of %s, looked for as %s, the letters %s answer', (name, typed, expected) => {
  expect(shown(markName(name, typed))).toBe(expected)
})
