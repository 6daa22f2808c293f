import { expect, test } from 'vitest'
import { whyNotChangeWorker } from './change-roles.ts'

test.each([
  ['an administrator changes a colleague', ['administrator'], 'b', undefined],
  ['an administrator changes himself', ['administrator'], 'a', 'not_for_oneself'],
  ['a supervisor changes a colleague', ['supervisor'], 'b', 'role_not_allowed'],
] as const)('%s', (_what, byRoles, ofId, expected) => {
  expect(whyNotChangeWorker({ byId: 'a', byRoles, ofId })?.code).toBe(expected)
})
