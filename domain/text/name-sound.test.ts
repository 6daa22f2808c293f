import { expect, test } from 'vitest'
import cases from './name-sound.cases.json'
import { nameSound } from './name-sound.ts'
import { normaliseName } from './normalise-name.ts'

const soundOf = (name: string) => nameSound(normaliseName(name))

test.each(cases)('$one and $other sound the same', ({ one, other, sound }) => {
  expect([soundOf(one), soundOf(other)]).toEqual([sound, sound])
})

test.each([
  ['کاظمی', 'Karimi'],
  ['مریم', 'Maryan'],
  ['علی', 'Hadi'],
])('%s and %s do not', (one, other) => {
  expect(soundOf(one)).not.toBe(soundOf(other))
})
