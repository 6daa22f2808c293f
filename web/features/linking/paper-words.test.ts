import { expect, test } from 'vitest'
import { languageOf } from './paper-words.ts'

test.each<[string, string[], 'fa' | 'en', 'fa' | 'en']>([
  ['whoever speaks Dari reads a Persian paper', ['prs'], 'en', 'fa'],
  ['a language may be written as its name', ['ترکی آذربایجانی', 'فارسی'], 'en', 'fa'],
  ['whoever speaks English only reads an English paper', ['en'], 'fa', 'en'],
  [
    'French is not Persian, and a paper we cannot write is in the worker’s language',
    ['French'],
    'en',
    'en',
  ],
  ['where nothing is known, the paper is in the worker’s language', [], 'fa', 'fa'],
])('%s', (_name, spoken, readers, expected) => {
  expect(languageOf(spoken, readers)).toBe(expected)
})
