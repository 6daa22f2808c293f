import { expect, test } from 'vitest'
import { whyNotHappened } from './contact.ts'

const now = '2026-11-21T12:00:00+03:30'

test.each([
  ['a visit of this morning may be recorded', '2026-11-21T09:00:00+03:30', undefined],
  ['a call of last month may be recorded', '2026-10-21T09:00:00Z', undefined],
  ['a device a few minutes ahead is believed', '2026-11-21T12:04:59+03:30', undefined],
  [
    'a visit of this afternoon has not happened yet',
    '2026-11-21T15:00:00+03:30',
    'contact_in_future',
  ],
  ['the offset counts, not the figures', '2026-11-21T09:00:00-05:00', 'contact_in_future'],
])('%s', (_name, happenedAt, code) => {
  expect(whyNotHappened(happenedAt, now)?.code).toBe(code)
})
