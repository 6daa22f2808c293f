import { expect, test } from 'vitest'
import { periodOf, periodsToTell } from './periods.ts'

test.each([
  {
    when: 'autumn of the Persian calendar',
    facts: { calendar: 'persian', length: 3, day: '2026-11-22' } as const,
    expected: {
      startsOn: '2026-09-23',
      endsOn: '2026-12-21',
      year: 1405,
      number: 3,
      months: ['2026-09-23', '2026-10-23', '2026-11-22'],
    },
  },
  {
    when: 'the last day of a period that ends with February',
    facts: { calendar: 'gregory', length: 3, day: '2026-03-31' } as const,
    expected: {
      startsOn: '2026-01-01',
      endsOn: '2026-03-31',
      year: 2026,
      number: 1,
      months: ['2026-01-01', '2026-02-01', '2026-03-01'],
    },
  },
  {
    when: 'the first half of a Persian year',
    facts: { calendar: 'persian', length: 6, day: '2026-08-01' } as const,
    expected: {
      startsOn: '2026-03-21',
      endsOn: '2026-09-22',
      year: 1405,
      number: 1,
      months: ['2026-03-21', '2026-04-21', '2026-05-22', '2026-06-22', '2026-07-23', '2026-08-23'],
    },
  },
])('$when', ({ facts, expected }) => {
  expect(periodOf(facts.calendar, facts.length, facts.day)).toEqual(expected)
})

test.each([
  {
    when: 'ten days after its end a period is not told yet: late notes still count',
    facts: { today: '2026-10-02', last: '2026-03-21' },
    expected: [],
  },
  {
    when: 'on the eleventh day it is',
    facts: { today: '2026-10-03', last: '2026-03-21' },
    expected: ['2026-06-22'],
  },
  {
    when: 'after a long rest every period since the last one told, in order',
    facts: { today: '2026-11-22', last: '2025-12-22' },
    expected: ['2026-03-21', '2026-06-22'],
  },
  {
    when: 'at the first time as many as asked for',
    facts: { today: '2026-11-22', last: undefined },
    expected: ['2025-12-22', '2026-03-21', '2026-06-22'],
  },
])('$when', ({ facts, expected }) => {
  const found = periodsToTell('persian', 3, facts.today, facts.last, 3)
  expect(found.map(({ startsOn }) => startsOn)).toEqual(expected)
})
