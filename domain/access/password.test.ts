import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalPassword, whyPasswordTooWeak } from './password.ts'
import type { PasswordWeakness } from './password.ts'

const common = new Set(['password', 'dragon', 'leavemealone', 'دوستتدارم', 'qwerty123456'])
const facts = {
  names: ['leila.azimi', 'Leila Azimi', 'لیلا عظیمی', 'Koy-e Bahar'],
  isCommon: (text: string) => common.has(text),
}

describe('a password', () => {
  test.each<[string, PasswordWeakness | undefined]>([
    ['a walk by the river', undefined],
    ['باران روی بام حلبی', undefined],
    ['correct horse battery', undefined],
    ['Tgh4!kq9Zw2x', undefined],
    ['elevenchars', 'too_short'],
    ['یازده حرفی', 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['leavemealone', 'common'],
    ['LeaveMeAlone', 'common'],
    ['password1234', 'common'],
    ['!!password2026!!', 'common'],
    ['12dragondragon', 'common'],
    ['دوستت‌دارم۱۴۰۵', 'common'],
    ['حشسسصخقی۱۴۰۵', 'common'],
    ['qwerty123456', 'sequence'],
    ['123456789012', 'sequence'],
    ['ضصثقفغعهخحجچ', 'sequence'],
    ['abcabcabcabc', 'repeated'],
    ['            ', 'repeated'],
    ['leila.azimi2026', 'contains_name'],
    ['azimi leila azimi', undefined],
    ['۱۴۰۵لیلاعظیمی', 'contains_name'],
  ])('«%s» is answered with %s', (typed, expected) => {
    expect(whyPasswordTooWeak(typed, facts)).toBe(expected)
  })

  test('is the same on a Persian and an Arabic keyboard, with digits of either', () => {
    expect(normalPassword('كتاب يك ١٢٣')).toBe(normalPassword('کتاب یک ۱۲۳'))
    expect(normalPassword('کتاب یک ۱۲۳')).toBe('کتاب یک 123')
  })

  test('differs in capital and small letters and in every mark', () => {
    expect(normalPassword('Rain on a roof')).not.toBe(normalPassword('rain on a roof'))
    expect(normalPassword('rain, a roof')).not.toBe(normalPassword('rain a roof'))
  })

  test('keeps its form when it is normalised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(normalPassword(normalPassword(typed))).toBe(normalPassword(typed))
      }),
    )
  })

  test('that consists of one short piece is never taken', () => {
    fc.assert(
      fc.property(
        fc
          .string({ minLength: 1, maxLength: 6 })
          .filter((piece) => !/[\s\u0300-\u036f]/u.test(piece)),
        (piece) => {
          const typed = piece.repeat(Math.ceil(14 / piece.length))
          expect(whyPasswordTooWeak(typed, { names: [], isCommon: () => false })).toBe('repeated')
        },
      ),
    )
  })
})
