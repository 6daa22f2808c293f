import { expect, test } from 'vitest'
import { worseScores } from './worse-scores.ts'
import type { ScoredAssessment } from './worse-scores.ts'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const depression = {
  id: 'total',
  title: { en: 'Depression' },
  higherIs: 'worse' as const,
  // a change of 5.2 is beyond error of measurement
  change: { sd: 4.2, reliability: 0.8, population: { fa: 'آزمون', en: 'test' }, source: 'test' },
}
const taken = (n: number, value: number | undefined, person = 1): ScoredAssessment => ({
  assessmentId: id(n),
  personId: id(100 + person),
  instrument: 'phq-9',
  dataGroup: 'health',
  title: { en: 'PHQ-9' },
  on: `2026-0${n}-01`,
  scores: [{ id: 'total', ...(value === undefined ? {} : { value }) }],
  scales: [depression],
})
const found = (...series: ScoredAssessment[]) =>
  worseScores(series).map(({ assessmentId, before, now }) => [assessmentId, before, now])

test('a score worse than last time beyond error of measurement is told', () => {
  expect(found(taken(1, 9), taken(2, 15))).toEqual([[id(2), 9, 15]])
})

test('a change that error of measurement explains is not', () => {
  expect(found(taken(1, 9), taken(2, 14))).toEqual([])
})

test('a better score is not', () => {
  expect(found(taken(1, 18), taken(2, 9))).toEqual([])
})

test('a slow decline is measured against the first time', () => {
  expect(found(taken(1, 9), taken(2, 12), taken(3, 15))).toEqual([[id(3), 9, 15]])
})

test('what was worse once and is well again is over', () => {
  expect(found(taken(1, 9), taken(2, 20), taken(3, 9))).toEqual([])
})

test('persons are not compared with one another', () => {
  expect(found(taken(1, 9, 1), taken(2, 20, 2))).toEqual([])
})

test('a score that could not be given is not compared', () => {
  expect(found(taken(1, undefined), taken(2, 20))).toEqual([])
})

test('the gravest change comes first', () => {
  expect(
    found(taken(1, 9, 1), taken(2, 2, 2), taken(3, 15, 1), taken(4, 20, 2)).map(([each]) => each),
  ).toEqual([id(4), id(3)])
})
