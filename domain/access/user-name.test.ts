import { describe, expect, test } from 'vitest'
import { email, normalUserName, userName } from './user-name.ts'

describe('a user name', () => {
  test.each([
    ['Leila.Azimi', 'leila.azimi'],
    [' leila.azimi ', 'leila.azimi'],
    ['sara۱۲', 'sara12'],
    ['sara١٢', 'sara12'],
    ['لیلا.عظیمی', 'لیلا.عظیمی'],
    ['ليلا.عظيمي', 'لیلا.عظیمی'],
    ['كريم‌پور', 'کریمپور'],
    ['ｓａｒａ', 'sara'],
  ])('typed as «%s» is kept as «%s»', (typed, kept) => {
    expect(userName.parse(typed)).toBe(kept)
    expect(normalUserName(kept)).toBe(kept)
  })

  test.each(['', 'ab', 'a b c', 'sara@example.org', '.sara', 'x'.repeat(41), 'sa\nra', '<b>sara'])(
    '«%s» is not taken',
    (typed) => {
      expect(userName.safeParse(typed).success).toBe(false)
    },
  )
})

test('an e-mail address is kept in small letters', () => {
  expect(email.parse(' Leila@Example.org ')).toBe('leila@example.org')
})
