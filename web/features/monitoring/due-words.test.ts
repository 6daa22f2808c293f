import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { dueFactsOf } from '@peyvand/domain/monitoring/due-item.ts'
import type { DueRule } from '@peyvand/domain/monitoring/due-rules.ts'
import { expect, test } from 'vitest'
import en from '../../locales/en/monitoring.json' with { type: 'json' }
import fa from '../../locales/fa/monitoring.json' with { type: 'json' }

const rules = Object.keys(dueFactsOf) as DueRule[]
const reckoned = ['days', 'dueOn', 'ended']

/** Every blank of a message, however deep in its choices. */
function blanksOf(tokens: unknown): string[] {
  if (!Array.isArray(tokens)) return []
  return tokens.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return []
    const [name, , choices] = token as [string, unknown, Record<string, unknown> | undefined]
    const inside = typeof choices === 'object' ? Object.values(choices).flatMap(blanksOf) : []
    return [...(typeof name === 'string' ? [name] : []), ...inside]
  })
}

test.each([
  ['Persian', fa],
  ['English', en],
] as const)(
  'in %s, every due item speaks only of facts that its rule brings along',
  (_name, words) => {
    for (const rule of rules) {
      const facts = Object.keys(dueFactsOf[rule].shape)
      for (const id of [`monitoring.due.${rule}`, `monitoring.due.${rule}.because`] as const) {
        const blanks = blanksOf(compileMessageOrThrow(words[id]))
        expect([id, blanks.filter((each) => ![...facts, ...reckoned].includes(each))]).toEqual([
          id,
          [],
        ])
      }
    }
  },
)

test('whatever counts days since something knows since when', () => {
  for (const rule of rules) {
    const blanks = blanksOf(compileMessageOrThrow(en[`monitoring.due.${rule}.because`]))
    if (blanks.includes('days')) expect(Object.keys(dueFactsOf[rule].shape)).toContain('since')
  }
})
