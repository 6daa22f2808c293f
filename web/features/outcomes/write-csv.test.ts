import { expect, test } from 'vitest'
import { writeCsv } from './write-csv.ts'

test('a programme whose name looks like a formula is not run by a spreadsheet', () => {
  expect(writeCsv([['=HYPERLINK("x")', 12]])).toBe(`\ufeff"'=HYPERLINK(""x"")",12\r\n`)
})

test('Persian text, commas and line ends stay in their cell', () => {
  expect(
    writeCsv([
      ['برنامه', 'تعداد'],
      ['سالمندی، شمال\nشهر', 41],
    ]),
  ).toBe('\ufeff"برنامه","تعداد"\r\n"سالمندی، شمال\nشهر",41\r\n')
})
