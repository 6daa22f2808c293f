import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSpreadsheetCell } from './spreadsheet-cell.ts'

describe('spreadsheet cell', () => {
  test.each([
    '=HYPERLINK("http://x.example","click")',
    '+1+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\nfirst line empty',
    ' =1+1',
    '\u200f=1+1',
    '\u00a0@SUM(A1)',
    '＝1+1',
    '+989121234567',
  ])('%j is stored as text, never run', (text) => {
    expect(toSpreadsheetCell(text)).toBe(`'${text}`)
  })

  test.each(['زهرا رضایی', 'a=b', "O'Brien", '09121234567', '', 'need — housing'])(
    '"%s" stays as it was written',
    (text) => {
      expect(toSpreadsheetCell(text)).toBe(text)
    },
  )

  test('whatever is typed, no cell begins like a formula, and nothing typed is lost', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const cell = toSpreadsheetCell(typed)
        expect(cell.trimStart()).not.toMatch(/^[=+\-@]/)
        expect(cell.endsWith(typed)).toBe(true)
      }),
    )
  })
})
