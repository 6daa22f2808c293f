import { describe, expect, test } from 'vitest'
import type { ReferralStatus } from './referral-steps.ts'
import {
  hasEnded,
  nextSteps,
  referralStatusCodes,
  referralStatuses,
  referralSteps,
  whyNotStep,
} from './referral-steps.ts'

// The table of the guide, in its own words; a referral marked as a mistake goes nowhere.
const lawfulInFhir: Record<string, string[]> = {
  draft: ['requested'],
  requested: ['accepted', 'rejected', 'cancelled'],
  accepted: ['in-progress', 'on-hold', 'cancelled', 'completed', 'failed'],
  'in-progress': ['completed', 'failed', 'cancelled', 'on-hold'],
  'on-hold': ['in-progress', 'cancelled', 'completed', 'failed'],
  completed: [],
  rejected: [],
  cancelled: [],
  failed: [],
}
const reasonNeeded = ['rejected', 'cancelled', 'on-hold', 'failed', 'entered-in-error']

const pairs = referralStatusCodes.flatMap((from) =>
  referralStatusCodes.map((to) => {
    const [a, b] = [referralStatuses[from], referralStatuses[to]]
    const toMistake = b === 'entered-in-error' && a !== 'entered-in-error'
    return { from, to, b, lawful: toMistake || (lawfulInFhir[a] ?? []).includes(b) }
  }),
)

describe('steps of a referral', () => {
  test.each(pairs)('$from to $to: lawful is $lawful', ({ from, to, b, lawful }) => {
    const refusal = whyNotStep(from, to, { by: 'us', reason: 'said so' })
    expect(refusal?.code).toBe(lawful ? undefined : 'referral_step_not_lawful')
    const unsaid = whyNotStep(from, to, { by: 'us', reason: '  ' })?.code
    const expected = reasonNeeded.includes(b) ? 'reason_missing' : undefined
    expect(unsaid).toBe(lawful ? expected : 'referral_step_not_lawful')
  })

  test.each<[ReferralStatus, ReferralStatus[]]>([
    ['draft', []],
    ['sent', ['accepted', 'declined']],
    ['accepted', ['started', 'waiting', 'completed', 'stopped']],
    ['started', ['completed', 'waiting', 'stopped']],
    ['waiting', ['started', 'completed', 'stopped']],
    ['completed', []],
    ['declined', []],
    ['cancelled', []],
    ['stopped', []],
    ['entered_in_error', []],
  ])('after "%s" the partner is offered %j', (from, expected) => {
    expect(nextSteps(from, 'partner').map(({ to }) => to)).toEqual(expected)
  })

  test('a partner can neither send, take back nor strike out what is ours', () => {
    const ours = pairs.filter(({ to }) => ['sent', 'cancelled', 'entered_in_error'].includes(to))
    for (const { from, to } of ours) {
      expect(whyNotStep(from, to, { by: 'partner', reason: 'x' })?.code).toBe(
        'referral_step_not_lawful',
      )
    }
  })

  test('a refused step says what could be done instead', () => {
    expect(whyNotStep('accepted', 'declined', { by: 'partner', reason: 'full' })).toEqual({
      code: 'referral_step_not_lawful',
      facts: {
        from: 'accepted',
        to: 'declined',
        by: 'partner',
        lawful: ['started', 'waiting', 'completed', 'stopped'],
      },
    })
  })

  test('every step stands in the table once and is told in both languages', () => {
    const arrows = referralSteps.map(({ from, to }) => `${from}→${to}`)
    expect(new Set(arrows).size).toBe(arrows.length)
    for (const { meaning } of referralSteps) {
      expect(meaning.fa).toMatch(/[\u0600-\u06ff].*\.$/)
      expect(meaning.en).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('only completed, declined, cancelled, stopped and mistaken referrals are over', () => {
    expect(referralStatusCodes.filter(hasEnded)).toEqual([
      'completed',
      'declined',
      'cancelled',
      'stopped',
      'entered_in_error',
    ])
  })
})
