import { expect, test } from 'vitest'
import { isolate, isolateLeftToRight } from './isolate.ts'

test('a Latin name inside a Persian sentence does not turn the sentence around it', () => {
  expect(`به ${isolate('Omid Counselling')} زنگ بزنید`).toBe(
    'به \u2068Omid Counselling\u2069 زنگ بزنید',
  )
})

test('a phone number inside a Persian sentence keeps its plus sign in front', () => {
  expect(isolateLeftToRight('+989121234567')).toBe('\u2066+989121234567\u2069')
})
