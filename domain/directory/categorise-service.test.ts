import { expect, test } from 'vitest'
import content from '../../content/taxonomy/service-categories.json' with { type: 'json' }
import { needDomains } from '../assessment/grid.ts'
import { makeCategoriser, serviceCategories } from './categorise-service.ts'

const categories = serviceCategories.parse(content)
const categorise = makeCategoriser(categories)
const unnamed = { name: 'Service', alternateName: '', programme: '', keywords: [], terms: [] }

test('every category answers domains of need that we know, and every domain has its words', () => {
  const known = new Set<string>(needDomains)
  for (const { code, domains } of categories.categories) {
    expect(
      domains.filter((domain) => !known.has(domain)),
      code,
    ).toEqual([])
  }
  expect(categories.words.map(({ domain }) => domain).toSorted()).toEqual([...known].toSorted())
})

test('every need can be answered by some category', () => {
  const answered = new Set(categories.categories.flatMap(({ domains }) => domains))
  expect(needDomains.filter((domain) => !answered.has(domain))).toEqual([])
})

test.each([
  [
    'a term of Open Eligibility',
    { terms: [{ code: '102-04', name: 'Food Pantry' }] },
    ['food'],
    'taxonomy',
  ],
  [
    'a term under another code',
    { terms: [{ code: 'BD-1800', name: 'Food Pantry' }] },
    ['food'],
    'taxonomy',
  ],
  [
    'the code of another taxonomy',
    { terms: [{ code: '102', name: 'Libraries' }] },
    ['education'],
    'taxonomy',
  ],
  [
    'keywords alone',
    { keywords: ['Homeless Shelter', 'Food Pantries'] },
    ['housing', 'food'],
    'keywords',
  ],
  [
    'Persian keywords',
    { keywords: ['مشاوره خانواده'] },
    ['mental_health', 'family_relations'],
    'keywords',
  ],
  ['only a name', { name: 'خانهٔ امن زنان' }, ['housing'], 'keywords'],
  ['nothing that says anything', {}, [], 'nobody'],
  ['a keyword that hides another inside a word', { keywords: ['Apparent'] }, [], 'nobody'],
] as const)('a service with %s', (_name, given, domains, from) => {
  const order = (list: readonly string[]) => list.toSorted()
  const answered = categorise({ ...unnamed, ...given })
  expect(order(answered.domains)).toEqual(order(domains))
  expect(answered.from).toBe(from)
})
