import { describe, expect, it } from 'vitest'
import { whyNotEndNeed, whyNotProblem, whyNotSetAside } from './finding.ts'
import type { NeedOutcome } from './finding.ts'

describe('recording what was found', () => {
  it('keeps a problem that stands in somebody’s words', () => {
    expect(whyNotProblem({ clientWords: '', workerWords: '' })?.code).toBe('reason_missing')
    expect(whyNotProblem({ clientWords: 'No bread.', workerWords: '' })).toBeUndefined()
    expect(whyNotProblem({ clientWords: '', workerWords: 'Food runs out.' })).toBeUndefined()
  })

  it('postpones a need for scarcity only with what helps meanwhile', () => {
    expect(whyNotSetAside({ why: 'scarcity', meanwhile: '' })?.facts).toEqual({
      field: 'meanwhile',
    })
    expect(whyNotSetAside({ why: 'scarcity', meanwhile: 'The kitchen.' })).toBeUndefined()
    expect(whyNotSetAside({ why: 'client_wish', meanwhile: '' })).toBeUndefined()
  })

  const none = { reason: '', neededAmount: '', receivedAmount: '' }
  const table: [string, NeedOutcome, Partial<typeof none>, string | undefined][] = [
    ['a need that is met needs no reason', 'met', {}, undefined],
    ['a need that stays unmet says why', 'unmet', {}, 'reason'],
    ['a need that stays unmet, with why', 'unmet', { reason: 'No bed in town.' }, undefined],
    ['a need partly met says how much came', 'partly_met', { neededAmount: '4' }, 'receivedAmount'],
    [
      'a need partly met, in amounts',
      'partly_met',
      { neededAmount: '4 parcels', receivedAmount: '2 parcels' },
      undefined,
    ],
    ['a need partly met, in words', 'partly_met', { reason: 'Nights are still cold.' }, undefined],
  ]
  it.each(table)('%s', (_name, outcome, told, field) => {
    expect(whyNotEndNeed({ outcome, ...none, ...told })?.facts?.['field']).toBe(field)
  })
})
