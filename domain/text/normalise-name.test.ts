import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import cases from './normalise-name.cases.json'
import { normaliseName, normaliseNameJoined } from './normalise-name.ts'

const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ..."ابپتجحخدرزسشعغفقکكگلمنوهيیىئؤآأإءةۀـ\u064e\u200c ‌-۰١2AéŁß'".split(''),
    ),
  }),
)

describe('search key of a name', () => {
  test.each(cases)('"$typed" is searched as "$spaced" ($why)', ({ typed, spaced, joined }) => {
    expect(normaliseName(typed)).toBe(spaced)
    expect(normaliseNameJoined(typed)).toBe(joined)
  })

  test('میر‌نیا with half-space, space or neither meet under one key', () => {
    const keys = ['میر‌نیا', 'میر نیا', 'میرنیا'].map(normaliseNameJoined)
    expect(new Set(keys).size).toBe(1)
  })

  test('a key searched again stays the same key', () => {
    fc.assert(
      fc.property(name, (typed) => {
        const key = normaliseName(typed)
        expect(normaliseName(key)).toBe(key)
      }),
    )
  })

  test('composed and decomposed typing of one name give one key', () => {
    fc.assert(
      fc.property(name, (typed) => {
        expect(normaliseName(typed.normalize('NFD'))).toBe(normaliseName(typed.normalize('NFC')))
      }),
    )
  })

  test('a key has no space at its ends, never two together, and none when joined', () => {
    fc.assert(
      fc.property(name, (typed) => {
        expect(normaliseName(typed)).not.toMatch(/^ | $| {2}/)
        expect(normaliseNameJoined(typed)).not.toContain(' ')
      }),
    )
  })
})
