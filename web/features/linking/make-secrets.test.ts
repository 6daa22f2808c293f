import { openLink } from '@peyvand/domain/linking/contract.ts'
import { expect, test } from 'vitest'
import { makeSecrets } from './make-secrets.ts'

test('a link made in the browser has the shape the server asks for', () => {
  for (let at = 0; at < 200; at++) {
    expect(openLink.input.safeParse(makeSecrets()).success).toBe(true)
  }
})

test('no two links share a secret', () => {
  const made = Array.from({ length: 200 }, makeSecrets)
  expect(new Set(made.map(({ token }) => token)).size).toBe(200)
})
