import { expect, test } from 'vitest'
import needs from '../../content/taxonomy/needs.json' with { type: 'json' }
import { gridLevels, needDomains, severities } from './grid.ts'
import { needTaxonomy } from './need-taxonomy.ts'

test('every level, domain and severity of the grid has its words in both languages', () => {
  const taxonomy = needTaxonomy.parse(needs)
  expect(taxonomy.levels.map(({ code }) => code)).toEqual(gridLevels)
  expect(taxonomy.domains.map(({ code }) => code)).toEqual(needDomains)
  expect(taxonomy.severities.map(({ value }) => value)).toEqual(severities)
})

test('no two domains are called the same', () => {
  const { domains } = needTaxonomy.parse(needs)
  for (const language of ['fa', 'en'] as const) {
    expect(new Set(domains.map((domain) => domain[language])).size).toBe(needDomains.length)
  }
})
