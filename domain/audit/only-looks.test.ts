import { expect, test } from 'vitest'
import { contract } from '../api.ts'
import { onlyLooks } from './only-looks.ts'

/** It changes nothing, and is sent as a command so that names stand in no address. */
const sentAsCommand = new Set(['lookUpPerson'])

test.each(contract)('the trail tells whether $name looked or changed', ({ name, endpoint }) => {
  expect(onlyLooks(name)).toBe(endpoint.method === 'GET' || sentAsCommand.has(name))
})
