import fc from 'fast-check'
import { expect, test } from 'vitest'
import cases from './normalise-name.cases.json'
import { cutSnippet } from './cut-snippet.ts'
import { matchPattern } from './match-pattern.ts'
import { normaliseName } from './normalise-name.ts'

const finds = (word: string, text: string) =>
  new RegExp(matchPattern(word), 'iu').test(text.normalize('NFKD'))

// A letter that becomes two is found by the two.
const oneLetterEach = cases.filter(({ typed }) => !/[ßẞæÆœþ]/.test(typed))

test.each(oneLetterEach)('every word of "$typed" is found in it ($why)', ({ typed, spaced }) => {
  for (const word of spaced.split(' ').filter(Boolean)) expect(finds(word, typed)).toBe(true)
})

test('whatever is marked in a text was found in it', () => {
  const letters = 'ابپتكکگيیىهةۀئؤءـ\u064e\u200c ‌-۰١2Aé.'.split('')
  const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 })
  fc.assert(
    fc.property(text, text, (written, typed) => {
      const word = normaliseName(typed).split(' ')[0] ?? ''
      fc.pre(word !== '')
      if (cutSnippet(written, [word])) expect(finds(word, written)).toBe(true)
    }),
  )
})
