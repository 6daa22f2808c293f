import { describe, expect, test } from 'vitest'
import { contract } from '../api.ts'
import { maySendToken, scopeOf, tokenScopes } from './token-scopes.ts'

describe('a machine', () => {
  test.each([
    [{ method: 'GET', about: 'directory' }, ['directory.read'], true],
    [{ method: 'POST', about: 'directory' }, ['directory.read'], false],
    [{ method: 'GET', about: 'directory' }, ['directory.write'], false],
    [{ method: 'GET', about: 'case' }, ['directory.read', 'directory.write'], false],
    [{ method: 'POST', about: 'nobody' }, tokenScopes, false],
    [{ method: 'POST', about: 'link' }, tokenScopes, false],
    [{ method: 'GET', about: 'referral' }, ['referral.read'], true],
    [{ method: 'POST', about: 'referral' }, ['referral.read'], false],
    [{ method: 'POST', about: 'referral' }, ['referral.answer'], true],
    [{ method: 'GET', about: 'referral' }, tokenScopes, false],
  ] as const)('asking %o with %o is answered %s', (endpoint, scopes, expected) => {
    expect(maySendToken(endpoint, scopes)).toBe(expected)
  })

  test('is let into no endpoint by which people sign in', () => {
    const signingIn = contract.filter(({ endpoint }) => /^\/(sign-|set-up)/.test(endpoint.path))
    expect(signingIn.length).toBeGreaterThan(4)
    for (const { endpoint } of signingIn.filter((one) => one.endpoint.about === 'nobody')) {
      expect(scopeOf(endpoint)).toBeUndefined()
    }
  })
})
