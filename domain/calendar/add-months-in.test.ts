import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonthsIn } from './add-months-in.ts'
import { addDays } from './day.ts'
import { toJalali } from './jalali.ts'

test.each([
  ['1 Azar and three months are 1 Esfand', 'persian', '2026-11-22', 3, '2027-02-20'],
  ['31 Shahrivar and one month are 30 Mehr', 'persian', '2026-09-22', 1, '2026-10-22'],
  ['30 Bahman and one month are the last of Esfand', 'persian', '2027-02-19', 1, '2027-03-20'],
  ['22 November and three months are 22 February', 'gregory', '2026-11-22', 3, '2027-02-22'],
] as const)('%s', (_name, calendar, day, months, expected) => {
  expect(addMonthsIn(calendar, day, months)).toBe(expected)
})

test('whatever the day, the month is so many months later and the day no later in it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 20_000 }),
      fc.integer({ min: 0, max: 24 }),
      (n, months) => {
        const day = addDays('2026-11-22', n)
        const [from, to] = [toJalali(day), toJalali(addMonthsIn('persian', day, months))]
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months)
        expect(to.day).toBeLessThanOrEqual(from.day)
      },
    ),
  )
})
