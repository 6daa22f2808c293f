import { expect, test } from 'vitest'
import { mayPrint, peopleWithWalls, whyNotWall } from './wall.ts'
import type { WallFacts } from './wall.ts'

const facts: WallFacts = {
  onlyFor: 'mother',
  before: null,
  reason: '',
  people: [
    { id: 'mother', part: 'client' },
    { id: 'son', part: 'household' },
    { id: 'teacher', part: 'informant' },
  ],
}

test.each<[string, Partial<WallFacts>, string | undefined]>([
  ['a note may be kept for the client', {}, undefined],
  ['or for a child of the household', { onlyFor: 'son' }, undefined],
  ['not for somebody who only tells about them', { onlyFor: 'teacher' }, 'wall_not_theirs'],
  ['not for a stranger', { onlyFor: 'neighbour' }, 'wall_not_theirs'],
  [
    'nor where the case has one person alone',
    { people: [{ id: 'mother', part: 'client' }] },
    'wall_not_theirs',
  ],
  ['without a wall nothing is asked', { onlyFor: null }, undefined],
  ['taking a wall down asks for a reason', { onlyFor: null, before: 'mother' }, 'reason_missing'],
  [
    'with the reason it comes down',
    { onlyFor: null, before: 'mother', reason: 'She wants her son to read it.' },
    undefined,
  ],
  [
    'giving it to somebody else asks for one too',
    { onlyFor: 'son', before: 'mother' },
    'reason_missing',
  ],
  ['one that stays as it is asks nothing', { before: 'mother' }, undefined],
  [
    'even for a person who has left the household since',
    { onlyFor: 'aunt', before: 'aunt' },
    undefined,
  ],
])('%s', (_name, change, code) => {
  expect(whyNotWall({ ...facts, ...change })?.code).toBe(code)
})

test.each<[string, string | null, string | null, boolean]>([
  ['what has no wall is on every paper', null, 'son', true],
  ['what is kept for her is on a paper for her', 'mother', 'mother', true],
  ['but not on one for her son', 'mother', 'son', false],
  ['nor on a paper for nobody in particular', 'mother', null, false],
])('%s', (_name, onlyFor, printedFor, may) => {
  expect(mayPrint(onlyFor, printedFor)).toBe(may)
})

test('in a case of one person there are no walls to choose', () => {
  expect(peopleWithWalls([{ part: 'client' }, { part: 'mentioned' }])).toEqual([])
})
